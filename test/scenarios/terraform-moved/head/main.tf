module "cluster" {
  source = "./modules/aks"
  name   = var.name
}
module "clusterb" {
  source  = "./modules/aks"
  name    = var.name
  private = false
}
variable "name" {}
moved {
  from = azurerm_kubernetes_cluster.a
  to   = module.cluster.azurerm_kubernetes_cluster.this
}
moved {
  from = azurerm_kubernetes_cluster.b
  to   = module.clusterb.azurerm_kubernetes_cluster.this
}
import {
  to = azurerm_resource_group.x
  id = "/subscriptions/x"
}
removed {
  from = azurerm_resource_group.y
  lifecycle {
    destroy = false
  }
}
