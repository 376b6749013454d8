resource "azurerm_public_ip" "firewall" {
  name                = "pip-firewall"
  resource_group_name = "rg-hub"
  location            = "westeurope"
  allocation_method   = "Static"
}

resource "azurerm_firewall" "hub" {
  name                = "afw-hub"
  resource_group_name = "rg-hub"
  location            = "westeurope"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = azurerm_firewall_policy.hub.id

  ip_configuration {
    name                 = "default"
    subnet_id            = azurerm_subnet.firewall.id
    public_ip_address_id = azurerm_public_ip.firewall.id
  }
}

resource "azurerm_subnet" "firewall" {
  name                 = "AzureFirewallSubnet"
  resource_group_name  = "rg-hub"
  virtual_network_name = "vnet-hub"
  address_prefixes     = ["10.0.1.0/26"]
}

resource "azurerm_firewall_policy" "hub" {
  name                = "afwp-hub"
  resource_group_name = "rg-hub"
  location            = "westeurope"
}

output "private_ip" {
  value = azurerm_firewall.hub.ip_configuration[0].private_ip_address
}
