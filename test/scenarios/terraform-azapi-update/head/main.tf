resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "aks"
  private_cluster_enabled = true
  run_command_enabled     = false
  network_profile {
    network_plugin = "azure"
    outbound_type  = "userDefinedRouting"
  }
}
