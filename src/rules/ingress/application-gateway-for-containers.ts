import { publishedRule } from '../define.js';

export const applicationGatewayForContainers = publishedRule(
  {
    id: 'ingress/application-gateway-for-containers',
    dimension: 'ingress',
    severity: 'error',
    title: 'Application Gateway for Containers publishes to the Internet only',
    rationale:
      'Each frontend of Application Gateway for Containers has a public name and a public address; private frontends do not exist. A firewall policy lowers the risk, not the reach.',
    remedy:
      'Use a Gateway of the class approuting-istio or istio with the internal annotation in spec.infrastructure.annotations, or an Application Gateway with a private frontend. If publishing is meant, put a web application firewall policy on it.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'application-gateway-for-containers') return [];
    return [
      {
        message: `${subject.title} is reachable from the whole Internet: Application Gateway for Containers has public frontends only.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
      },
    ];
  },
);
