/** Every published chart that we know. */
import airflowApache from './data/airflow-apache.json' with { type: 'json' };
import airflowCommunity from './data/airflow-community.json' with { type: 'json' };
import ambassador from './data/ambassador.json' with { type: 'json' };
import apisix from './data/apisix.json' with { type: 'json' };
import applicationGateway from './data/application-gateway.json' with { type: 'json' };
import applicationLb from './data/application-lb.json' with { type: 'json' };
import argo from './data/argo.json' with { type: 'json' };
import bitnamiApplications from './data/bitnami-applications.json' with { type: 'json' };
import bitnamiData from './data/bitnami-data.json' with { type: 'json' };
import bitnamiNetworking from './data/bitnami-networking.json' with { type: 'json' };
import cilium from './data/cilium.json' with { type: 'json' };
import codecentric from './data/codecentric.json' with { type: 'json' };
import contour from './data/contour.json' with { type: 'json' };
import emissary from './data/emissary.json' with { type: 'json' };
import envoyGateway from './data/envoy-gateway.json' with { type: 'json' };
import externalDns from './data/external-dns.json' with { type: 'json' };
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
import kong from './data/kong.json' with { type: 'json' };
import kubernetesDashboard from './data/kubernetes-dashboard.json' with { type: 'json' };
import nginxGatewayFabric from './data/nginx-gateway-fabric.json' with { type: 'json' };
import nginxIngress from './data/nginx-ingress.json' with { type: 'json' };
import oauth2Proxy from './data/oauth2-proxy.json' with { type: 'json' };
import prometheus from './data/prometheus.json' with { type: 'json' };
import stable from './data/stable.json' with { type: 'json' };
import traefik from './data/traefik.json' with { type: 'json' };
import vault from './data/vault.json' with { type: 'json' };
import common from './data/common.json' with { type: 'json' };
import type { ChartFamily, ChartSetting, PublishedChart } from './definition.js';
import { chartsOf } from './family.js';

/** The files as they are: `data/charts.schema.json` holds them to this type. */
export const chartFamilies: Readonly<Record<string, ChartFamily>> = {
  'airflow-apache': airflowApache,
  'airflow-community': airflowCommunity,
  ambassador,
  apisix,
  'application-gateway': applicationGateway,
  'application-lb': applicationLb,
  argo,
  'bitnami-applications': bitnamiApplications,
  'bitnami-data': bitnamiData,
  'bitnami-networking': bitnamiNetworking,
  cilium,
  codecentric,
  contour,
  emissary,
  'envoy-gateway': envoyGateway,
  'external-dns': externalDns,
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
  kong,
  'kubernetes-dashboard': kubernetesDashboard,
  'nginx-gateway-fabric': nginxGatewayFabric,
  'nginx-ingress': nginxIngress,
  'oauth2-proxy': oauth2Proxy,
  prometheus,
  stable,
  traefik,
  vault,
} as unknown as Readonly<Record<string, ChartFamily>>;

export const commonSets = common.sets as unknown as Readonly<Record<string, readonly ChartSetting[]>>;

export const publishedCharts: readonly PublishedChart[] = Object.values(chartFamilies).flatMap((family) =>
  chartsOf(family, commonSets),
);
