param subnets array
param location string = resourceGroup().location

resource routes 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'rt-nodes'
  location: location
  properties: {
    routes: [
      {
        name: 'default'
        properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.1.4' }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-spoke'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [
      for subnet in subnets: {
        name: subnet.name
        properties: {
          addressPrefix: subnet.prefix
          routeTable: subnet.routed ? { id: routes.id } : null
        }
      }
    ]
  }
}

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-shop'
  location: location
  properties: {
    apiServerAccessProfile: { enablePrivateCluster: true, disableRunCommand: true }
    networkProfile: { networkPlugin: 'azure', networkPolicy: 'azure', outboundType: 'userDefinedRouting' }
    agentPoolProfiles: [
      { name: 'system', mode: 'System', vnetSubnetID: resourceId('Microsoft.Network/virtualNetworks/subnets', network.name, 'snet-nodes') }
    ]
  }
}
