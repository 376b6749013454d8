resource "azapi_resource" "file" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-file"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body      = file("${path.module}/aks.json")
}
resource "azapi_resource" "tpl" {
  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"
  name      = "aks-tpl"
  parent_id = "/subscriptions/0/resourceGroups/rg"
  body      = templatefile("${path.module}/aks.json.tftpl", { private = var.private, ranges = ["1.2.3.4"] })
}
variable "private" {}
