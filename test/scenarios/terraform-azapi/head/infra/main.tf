resource "azapi_resource" "aks" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-prod"
  parent_id = var.resource_group_id
  location  = "westeurope"

  body = {
    properties = {
      dnsPrefix = "aks-prod"
      networkProfile = {
        outboundType = "loadBalancer"
      }
      apiServerAccessProfile = {
        enablePrivateCluster           = true
        enablePrivateClusterPublicFQDN = false
        disableRunCommand              = true
      }
      agentPoolProfiles = [{
        name         = "system"
        vnetSubnetID = var.subnet_id
      }]
    }
  }
}

variable "resource_group_id" {
  type = string
}

variable "subnet_id" {
  type = string
}
