data "terraform_remote_state" "net" {
  backend = "azurerm"
  config  = {}
}
data "azurerm_key_vault_secret" "p" {
  name = "x"
}
resource "azurerm_kubernetes_cluster" "rm" {
  name                    = "aks-rm"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = data.terraform_remote_state.net.outputs.private
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
  network_profile {
    network_plugin = "azure"
    outbound_type  = data.azurerm_key_vault_secret.p.value
  }
}
