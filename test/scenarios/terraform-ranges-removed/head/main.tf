resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
