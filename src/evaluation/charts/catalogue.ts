/** Every published chart that we know. */
import aadPodIdentity from './data/aad-pod-identity.json' with { type: 'json' };
import actionsRunnerController from './data/actions-runner-controller.json' with { type: 'json' };
import actionsRunnerScaleSets from './data/actions-runner-scale-sets.json' with { type: 'json' };
import airflowApache from './data/airflow-apache.json' with { type: 'json' };
import airflowCommunity from './data/airflow-community.json' with { type: 'json' };
import akv2k8s from './data/akv2k8s.json' with { type: 'json' };
import ambassador from './data/ambassador.json' with { type: 'json' };
import apisix from './data/apisix.json' with { type: 'json' };
import appTemplate from './data/app-template.json' with { type: 'json' };
import applicationGateway from './data/application-gateway.json' with { type: 'json' };
import applicationLb from './data/application-lb.json' with { type: 'json' };
import argo from './data/argo.json' with { type: 'json' };
import autoscaler from './data/autoscaler.json' with { type: 'json' };
import azureServiceOperator from './data/azure-service-operator.json' with { type: 'json' };
import azureWorkloadIdentity from './data/azure-workload-identity.json' with { type: 'json' };
import bitnamiApplications from './data/bitnami-applications.json' with { type: 'json' };
import bitnamiData from './data/bitnami-data.json' with { type: 'json' };
import bitnamiNetworking from './data/bitnami-networking.json' with { type: 'json' };
import certManager from './data/cert-manager.json' with { type: 'json' };
import cilium from './data/cilium.json' with { type: 'json' };
import cloudnativePg from './data/cloudnative-pg.json' with { type: 'json' };
import codecentric from './data/codecentric.json' with { type: 'json' };
import contour from './data/contour.json' with { type: 'json' };
import coredns from './data/coredns.json' with { type: 'json' };
import crossplane from './data/crossplane.json' with { type: 'json' };
import dapr from './data/dapr.json' with { type: 'json' };
import descheduler from './data/descheduler.json' with { type: 'json' };
import elasticOperator from './data/elastic-operator.json' with { type: 'json' };
import emberstack from './data/emberstack.json' with { type: 'json' };
import emissary from './data/emissary.json' with { type: 'json' };
import envoyGateway from './data/envoy-gateway.json' with { type: 'json' };
import externalDns from './data/external-dns.json' with { type: 'json' };
import externalSecrets from './data/external-secrets.json' with { type: 'json' };
import fairwinds from './data/fairwinds.json' with { type: 'json' };
import flux from './data/flux.json' with { type: 'json' };
import fluxOperator from './data/flux-operator.json' with { type: 'json' };
import gatekeeper from './data/gatekeeper.json' with { type: 'json' };
import gitlab from './data/gitlab.json' with { type: 'json' };
import grafana from './data/grafana.json' with { type: 'json' };
import haproxyIngress from './data/haproxy-ingress.json' with { type: 'json' };
import haproxytech from './data/haproxytech.json' with { type: 'json' };
import harbor from './data/harbor.json' with { type: 'json' };
import ingressNginx from './data/ingress-nginx.json' with { type: 'json' };
import istio from './data/istio.json' with { type: 'json' };
import istioUmbrella from './data/istio-umbrella.json' with { type: 'json' };
import jenkins from './data/jenkins.json' with { type: 'json' };
import kafkaUi from './data/kafka-ui.json' with { type: 'json' };
import karpenter from './data/karpenter.json' with { type: 'json' };
import keda from './data/keda.json' with { type: 'json' };
import kong from './data/kong.json' with { type: 'json' };
import kubernetesDashboard from './data/kubernetes-dashboard.json' with { type: 'json' };
import kured from './data/kured.json' with { type: 'json' };
import kyverno from './data/kyverno.json' with { type: 'json' };
import linkerd from './data/linkerd.json' with { type: 'json' };
import metricsServer from './data/metrics-server.json' with { type: 'json' };
import mittwald from './data/mittwald.json' with { type: 'json' };
import nginxGatewayFabric from './data/nginx-gateway-fabric.json' with { type: 'json' };
import nginxIngress from './data/nginx-ingress.json' with { type: 'json' };
import oauth2Proxy from './data/oauth2-proxy.json' with { type: 'json' };
import opencost from './data/opencost.json' with { type: 'json' };
import opentelemetry from './data/opentelemetry.json' with { type: 'json' };
import podinfo from './data/podinfo.json' with { type: 'json' };
import prometheus from './data/prometheus.json' with { type: 'json' };
import sealedSecrets from './data/sealed-secrets.json' with { type: 'json' };
import secretsStoreCsiDriver from './data/secrets-store-csi-driver.json' with { type: 'json' };
import secretsStoreProviderAzure from './data/secrets-store-provider-azure.json' with { type: 'json' };
import stable from './data/stable.json' with { type: 'json' };
import stakater from './data/stakater.json' with { type: 'json' };
import strimzi from './data/strimzi.json' with { type: 'json' };
import traefik from './data/traefik.json' with { type: 'json' };
import trivyOperator from './data/trivy-operator.json' with { type: 'json' };
import vault from './data/vault.json' with { type: 'json' };
import velero from './data/velero.json' with { type: 'json' };
import common from './data/common.json' with { type: 'json' };
import type { ChartFamily, ChartSetting, PublishedChart } from './definition.js';
import { chartsOf } from './family.js';

/** The files as they are: `data/charts.schema.json` holds them to this type. */
export const chartFamilies: Readonly<Record<string, ChartFamily>> = {
  'aad-pod-identity': aadPodIdentity,
  'actions-runner-controller': actionsRunnerController,
  'actions-runner-scale-sets': actionsRunnerScaleSets,
  'airflow-apache': airflowApache,
  'airflow-community': airflowCommunity,
  akv2k8s,
  ambassador,
  apisix,
  'app-template': appTemplate,
  'application-gateway': applicationGateway,
  'application-lb': applicationLb,
  argo,
  autoscaler,
  'azure-service-operator': azureServiceOperator,
  'azure-workload-identity': azureWorkloadIdentity,
  'bitnami-applications': bitnamiApplications,
  'bitnami-data': bitnamiData,
  'bitnami-networking': bitnamiNetworking,
  'cert-manager': certManager,
  cilium,
  'cloudnative-pg': cloudnativePg,
  codecentric,
  contour,
  coredns,
  crossplane,
  dapr,
  descheduler,
  'elastic-operator': elasticOperator,
  emberstack,
  emissary,
  'envoy-gateway': envoyGateway,
  'external-dns': externalDns,
  'external-secrets': externalSecrets,
  fairwinds,
  flux,
  'flux-operator': fluxOperator,
  gatekeeper,
  gitlab,
  grafana,
  'haproxy-ingress': haproxyIngress,
  haproxytech,
  harbor,
  'ingress-nginx': ingressNginx,
  istio,
  'istio-umbrella': istioUmbrella,
  jenkins,
  'kafka-ui': kafkaUi,
  karpenter,
  keda,
  kong,
  'kubernetes-dashboard': kubernetesDashboard,
  kured,
  kyverno,
  linkerd,
  'metrics-server': metricsServer,
  mittwald,
  'nginx-gateway-fabric': nginxGatewayFabric,
  'nginx-ingress': nginxIngress,
  'oauth2-proxy': oauth2Proxy,
  opencost,
  opentelemetry,
  podinfo,
  prometheus,
  'sealed-secrets': sealedSecrets,
  'secrets-store-csi-driver': secretsStoreCsiDriver,
  'secrets-store-provider-azure': secretsStoreProviderAzure,
  stable,
  stakater,
  strimzi,
  traefik,
  'trivy-operator': trivyOperator,
  vault,
  velero,
} as unknown as Readonly<Record<string, ChartFamily>>;

export const commonSets = common.sets as unknown as Readonly<Record<string, readonly ChartSetting[]>>;

export const publishedCharts: readonly PublishedChart[] = Object.values(chartFamilies).flatMap((family) =>
  chartsOf(family, commonSets),
);
