variable "exposure" {
  default = "partner"
}

locals {
  private = var.exposure == "internal"
}

resource "azurerm_kubernetes_cluster" "aks" {
  name                = "aks-prod"
  location            = "westeurope"
  resource_group_name = "rg"
  dns_prefix          = "aks-prod"
  private_cluster_enabled = local.private

  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
