resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = true
  run_command_enabled     = false
}
