resource "kubernetes_ingress_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "appgw.ingress.kubernetes.io/use-private-ip" = "yes"
    }
  }
  spec {
    ingress_class_name = "azure-application-gateway"
  }
}
