using 'main.bicep'

param subnets = [
  {
    name: 'snet-nodes'
    prefix: '10.1.0.0/22'
    routed: true
  }
]
