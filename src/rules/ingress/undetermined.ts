import { certainly } from '../../posture/fact.js';
import type { Judged } from '../../scoring/judge.js';
import { judgedPublished } from '../../scoring/judge.js';
import { rule } from '../define.js';

export const ingressUndetermined = rule(
  {
    id: 'ingress/undetermined',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The text does not decide from where workloads can be reached',
    rationale:
      'A value that is given at deployment decides. It may be private; nobody can see it in this repository, and a review cannot vouch for it.',
    remedy:
      'Keep the value in the repository: a default that is private, a values, parameter or variable file. Or tell the reviewer about it in its configuration.',
  },
  (judged) => {
    const { kind, subject, ingress } = judged;
    if (ingress?.cause !== 'undetermined') return [];
    const what =
      kind === 'cluster' ? `what the cluster ${subject.name} opens to the outside` : `who reaches ${subject.title}`;
    return [
      {
        message: `The text does not decide ${what}: ${ingress.because}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
        ...(judgedPublished(judged) ? { severity: 'notice', remedy: remedyOf(judged.subject) } : {}),
        ...(dependsOnGateway(judged)
          ? {
              remedy:
                'Look at the frontends of that Application Gateway: a private one alone, with the annotation for it on every Ingress, keeps it private. Then tell the reviewer about it in its configuration.',
            }
          : {}),
      },
    ];
  },
);

/** A class whose controller nobody can see here is the usual case, and no fault of the object that names it. */
const publishedRemedy =
  'Look at the Service of the controller that publishes it. Keep the controller in the same repository, and a review sees what it opens; or tell of it under gateways in the configuration.';

/** What is deployed from elsewhere can't be looked into here. */
const deploymentRemedy =
  'Look at what is deployed: its Services, Gateways and Ingresses. Keep what decides about them, such as the values of a chart, in this repository.';

function remedyOf(subject: Judged['subject']): string {
  return subject.kind === 'entry-point' && subject.via === 'deployment' ? deploymentRemedy : publishedRemedy;
}

/** A gateway that is not made by the add-on: no value of the cluster tells what it publishes. */
function dependsOnGateway(judged: Judged): boolean {
  if (judged.kind !== 'cluster') return false;
  const open = judged.subject.openings.filter(
    ({ exposure }) => certainly(exposure, (reach) => reach === 'public') === undefined,
  );
  return open.length > 0 && open.every(({ via }) => via === 'application-gateway');
}
