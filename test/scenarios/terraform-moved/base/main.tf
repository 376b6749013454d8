resource "azurerm_kubernetes_cluster" "a" {
  name                    = var.name
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = true
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
resource "azurerm_kubernetes_cluster" "b" {
  name                    = var.name
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = false
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
variable "name" {}
