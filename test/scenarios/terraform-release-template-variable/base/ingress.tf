resource "helm_release" "ingress" {
  name       = "ingress-nginx"
  repository = "https://kubernetes.github.io/ingress-nginx"
  chart      = "ingress-nginx"
  version    = "4.11.3"
  namespace  = "ingress"
  values = [
    templatefile("${path.module}/values.yaml.tftpl", {
      internal = var.internal
      replicas = 2
    })
  ]
}

variable "internal" {
  type    = bool
  default = true
}
