variable "name" {}
variable "private" {
  default = true
}
resource "azurerm_kubernetes_cluster" "this" {
  name                    = var.name
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = var.private
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
