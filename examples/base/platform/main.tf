# The cluster that runs the platform team's own tools.
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.50"
    }
  }
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "node_subnet_id" {
  type = string
}

locals {
  name = "aks-platform"
}

resource "azurerm_kubernetes_cluster" "platform" {
  name                    = local.name
  location                = var.location
  resource_group_name     = "rg-platform"
  dns_prefix              = local.name
  private_cluster_enabled = true
  run_command_enabled     = false

  default_node_pool {
    name           = "system"
    vm_size        = "Standard_D4ds_v5"
    node_count     = 3
    vnet_subnet_id = var.node_subnet_id
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    outbound_type       = "userDefinedRouting"
  }
}
