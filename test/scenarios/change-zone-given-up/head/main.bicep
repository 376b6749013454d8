param subnetId string

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    dnsPrefix: 'aks-prod'
    apiServerAccessProfile: {
      enablePrivateCluster: true
      enablePrivateClusterPublicFQDN: true
      enableVnetIntegration: false
      privateDNSZone: 'none'
      disableRunCommand: true
    }
    networkProfile: {
      outboundType: 'userDefinedRouting'
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        vnetSubnetID: subnetId
      }
    ]
  }
}
