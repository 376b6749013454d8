param clusters array
param regions array = ['westeurope']
var egress = 'userDefinedRouting'
var infos = loadDirectoryFileInfo('.', '*.json')
resource nested 'Microsoft.Resources/deployments@2022-09-01' = {
  name: 'outer'
  properties: {
    mode: 'Incremental'
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      resources: [
        {
          type: 'Microsoft.ContainerService/managedClusters'
          apiVersion: '2025-05-01'
          name: 'aks-bicep-raw'
          location: 'westeurope'
          properties: {
            networkProfile: { outboundType: egress }
            apiServerAccessProfile: { enablePrivateCluster: true }
          }
        }
      ]
    }
  }
}
resource nested2 'Microsoft.Resources/deployments@2022-09-01' = {
  name: 'inner'
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: { private: { value: false } }
    template: loadJsonContent('nested.json')
  }
}
resource nested3 'Microsoft.Resources/deployments@2022-09-01' = {
  name: 'expr'
  properties: {
    mode: 'Incremental'
    expressionEvaluationOptions: { scope: 'inner' }
    parameters: { private: { value: true } }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: { private: { type: 'bool' } }
      resources: [
        {
          type: 'Microsoft.ContainerService/managedClusters'
          apiVersion: '2025-05-01'
          name: 'aks-bicep-expr'
          location: 'westeurope'
          properties: {
            apiServerAccessProfile: { enablePrivateCluster: '[parameters(\'private\')]' }
          }
        }
      ]
    }
  }
}
resource loop 'Microsoft.ContainerService/managedClusters@2025-05-01' = [for c in clusters: {
  name: 'aks-${c.name}'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: { enablePrivateCluster: true, disableRunCommand: true }
    networkProfile: { outboundType: c.outbound }
  }
}]
resource dir 'Microsoft.ContainerService/managedClusters@2025-05-01' = [for i in infos: {
  name: 'aks-${i.baseName}'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: { enablePrivateCluster: i.extension == '.json' }
  }
}]
