variable "private" {
  type = bool
}
resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = var.private
  run_command_enabled     = false
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
