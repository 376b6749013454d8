locals {
  allowed_fqdns = [
    "api.example.com",
  ]
}

resource "azurerm_firewall_policy_rule_collection_group" "aks" {
  name               = "aks"
  firewall_policy_id = azurerm_firewall_policy.hub.id
  priority           = 200

  application_rule_collection {
    name     = "aks"
    priority = 100
    action   = "Allow"

    rule {
      name                  = "required"
      source_addresses      = ["10.1.0.0/22"]
      destination_fqdn_tags = ["AzureKubernetesService"]
    }

    rule {
      name              = "workloads"
      source_addresses  = ["10.1.0.0/22"]
      destination_fqdns = local.allowed_fqdns

      protocols {
        type = "Https"
        port = 443
      }
    }
  }
}
