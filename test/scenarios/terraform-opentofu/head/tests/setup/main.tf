resource "azurerm_kubernetes_cluster" "fixture" {
  name = "open-for-a-test"
}
