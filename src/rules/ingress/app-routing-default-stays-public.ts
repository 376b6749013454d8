import { serviceRule } from '../define.js';

export const appRoutingDefaultStaysPublic = serviceRule(
  {
    id: 'ingress/app-routing-default-stays-public',
    dimension: 'ingress',
    severity: 'notice',
    title: 'The default controller of application routing stays beside the internal one',
    rationale:
      'Application routing brings a controller of its own, which is public unless the cluster or the object named default says otherwise. An internal controller beside it does not close it: its public IP remains.',
    remedy:
      'Set the type of the default controller to Internal or None on the cluster, or declare the NginxIngressController default with the internal annotation too.',
  },
  ({ subject }) => {
    if (!subject.besidePublicDefault) return [];
    return [
      {
        message: `${subject.title} is internal, but the default controller of application routing stays beside it, and is public unless the cluster is set otherwise; nothing here makes it internal.`,
        origin: subject.besidePublicDefault,
      },
    ];
  },
);
