resource "azurerm_kubernetes_cluster" "aks" {
  name                    = "aks-prod"
  location                = "westeurope"
  resource_group_name     = "rg-aks"
  dns_prefix              = "aks-prod"
  private_cluster_enabled = true

  ingress_application_gateway {
    gateway_id = azurerm_application_gateway.main.id
  }

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4ds_v5"
    node_count = 3
  }
}

resource "azurerm_application_gateway" "main" {
  name                = "agw-prod"
  location            = "westeurope"
  resource_group_name = "rg-aks"

  frontend_ip_configuration {
    name      = "private"
    subnet_id = azurerm_subnet.gateway.id
  }

  http_listener {
    name                           = "https"
    frontend_ip_configuration_name = "private"
    frontend_port_name             = "https"
    protocol                       = "Https"
  }
}

resource "azurerm_subnet" "gateway" {
  name                 = "gateway"
  resource_group_name  = "rg-aks"
  virtual_network_name = "vnet"
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_public_ip" "gateway" {
  name                = "pip-agw"
  location            = "westeurope"
  resource_group_name = "rg-aks"
  allocation_method   = "Static"
}
