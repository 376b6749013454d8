resource "azurerm_kubernetes_cluster" "aks" {
  name                = "aks-prod"
  location            = "westeurope"
  resource_group_name = "rg"
  dns_prefix          = "aks-prod"
  http_proxy_config {
    http_proxy = "http://proxy.corp.example:3128/"
  }

  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
