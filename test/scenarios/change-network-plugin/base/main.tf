resource "azurerm_kubernetes_cluster" "a" {
  name                    = "aks"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = true
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
  network_profile {
    network_plugin = "kubenet"
    network_policy = "calico"
    outbound_type  = "userDefinedRouting"
  }
  lifecycle {
    prevent_destroy = true
  }
}
