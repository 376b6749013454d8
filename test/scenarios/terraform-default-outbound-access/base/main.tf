resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  location                = "westeurope"
  resource_group_name     = "rg-aks"
  dns_prefix              = "aks-prod"
  private_cluster_enabled = true
  run_command_enabled     = false

  default_node_pool {
    name           = "system"
    vm_size        = "Standard_D4ds_v5"
    node_count     = 3
    vnet_subnet_id = module.network.node_subnet_id
  }

  network_profile {
    network_plugin = "azure"
    outbound_type  = "none"
  }

  bootstrap_profile {
    artifact_source = "Cache"
  }
}

module "network" {
  source = "./network"
}
