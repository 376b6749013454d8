import { clusterRule } from '../define.js';
import { quoted, told } from '../words.js';
import { beneathNodeAddresses, decided, spelled } from './beneath.js';

export const proxyWithoutRouting = clusterRule(
  {
    id: 'egress/proxy-without-routing',
    dimension: 'egress',
    severity: 'warning',
    title: 'The HTTP proxy can be stepped around',
    rationale:
      'AKS hands the proxy to nodes and pods as environment variables. A program that ignores them, or a pod that opts out by annotation, connects straight to the Internet.',
    remedy:
      'Keep the proxy and close the way beside it: route the node subnet to a firewall (outboundType userDefinedRouting), so that only the proxy gets out.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    if (egress.cause !== 'proxy-without-routing') return [];
    const { name, egress: facts } = judged.subject;
    return [
      {
        message: `Nodes and pods of ${name} are told to use the proxy ${quoted(told(facts.httpProxy))}, but nothing makes them: outbound type ${spelled(facts.outboundType)} stays open underneath.`,
        origin: facts.httpProxy.origin,
        ...decided(judged, egress),
      },
    ];
  },
);
