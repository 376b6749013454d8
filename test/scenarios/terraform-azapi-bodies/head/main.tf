variable "private" {
  type    = bool
  default = false
}
resource "azapi_resource" "heredoc" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-heredoc"
  location  = "westeurope"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body      = <<-JSON
    {
      "properties": {
        "dnsPrefix": "a",
        "apiServerAccessProfile": {
          "enablePrivateCluster": ${var.private}
        },
        "networkProfile": { "outboundType": "userDefinedRouting" }
      }
    }
  JSON
}
resource "azapi_resource" "plain" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-plain"
  location  = "westeurope"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body      = <<JSON
{
  "properties": {
    "dnsPrefix": "a",
    "apiServerAccessProfile": {
      "enablePrivateCluster": false
    },
    "networkProfile": { "outboundType": "userDefinedRouting" }
  }
}
JSON
}
resource "azapi_resource" "obj" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-obj"
  location  = "westeurope"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body = {
    properties = {
      apiServerAccessProfile = { enablePrivateCluster = var.private }
    }
  }
}
resource "azapi_resource" "enc" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-enc"
  location  = "westeurope"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body = jsonencode({
    properties = {
      apiServerAccessProfile = { enablePrivateCluster = var.private }
    }
  })
}
resource "azurerm_kubernetes_cluster" "rm" {
  name                    = "aks-rm"
  location                = "westeurope"
  resource_group_name     = "rg"
  dns_prefix              = "x"
  private_cluster_enabled = true
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}
resource "azapi_update_resource" "up" {
  type        = "Microsoft.ContainerService/managedClusters@2025-05-01"
  resource_id = azurerm_kubernetes_cluster.rm.id
  body = jsonencode({
    properties = { networkProfile = { outboundType = "loadBalancer" } }
  })
}
