resource "azurerm_route_table" "nodes" {
  name                = "rt-nodes"
  resource_group_name = "rg-network"
  location            = "westeurope"
}

resource "azurerm_route" "default" {
  name                   = "default"
  resource_group_name    = "rg-network"
  route_table_name       = azurerm_route_table.nodes.name
  address_prefix         = "0.0.0.0/0"
  next_hop_type          = "VirtualAppliance"
  next_hop_in_ip_address = var.firewall_ip
}

resource "azurerm_subnet_route_table_association" "nodes" {
  subnet_id      = azurerm_subnet.nodes.id
  route_table_id = azurerm_route_table.nodes.id
}

variable "firewall_ip" {
  type = string
}
