import { publishedRule } from '../define.js';

export const mixedPrivateAddresses = publishedRule(
  {
    id: 'ingress/mixed-private-addresses',
    dimension: 'ingress',
    severity: 'warning',
    title: 'One Ingress of an Application Gateway is private and another is not',
    rationale:
      'Each Ingress says for itself whether it listens on the private address of the Application Gateway. One that does not say so listens on the public one, and where both want the same port, one of them gets no listener.',
    remedy:
      'Set appgw.ingress.kubernetes.io/use-private-ip to "true" on every Ingress, or usePrivateIP for the whole controller.',
  },
  ({ subject }) =>
    subject.unlike === undefined
      ? []
      : [
          {
            message: `${subject.title} lacks the annotation use-private-ip, unlike ${subject.unlike} of the same Application Gateway: it listens on the public address, or where the port is taken not at all.`,
            origin: { span: subject.heading, from: [] },
          },
        ],
);
