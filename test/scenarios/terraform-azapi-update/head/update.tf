resource "azapi_update_resource" "x" {
  type        = "Microsoft.ContainerService/managedClusters@2025-05-01"
  resource_id = azurerm_kubernetes_cluster.aks.id
  body = {
    properties = {
      apiServerAccessProfile = { enablePrivateClusterPublicFQDN = true }
      ingressProfile         = { webAppRouting = { enabled = true } }
    }
  }
}
