using 'main.bicep'

param openAzure = true
