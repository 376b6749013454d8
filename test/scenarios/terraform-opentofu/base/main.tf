resource "azurerm_kubernetes_cluster" "aks" {
  name = "not-read-by-opentofu"
}
