using 'main.bicep'

param openAzure = false
