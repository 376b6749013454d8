variable "ranges" {
  type = list(string)
}
resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "aks"
  private_cluster_enabled = false
  api_server_access_profile {
    authorized_ip_ranges = var.ranges
  }
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
