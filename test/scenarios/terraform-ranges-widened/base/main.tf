resource "azurerm_kubernetes_cluster" "aks" {
  name                = "aks-prod"
  location            = "westeurope"
  resource_group_name = "rg"
  dns_prefix          = "aks-prod"
  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.7"]
  }

  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
