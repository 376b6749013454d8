/** Ingress of an Application Gateway: as public as the frontends that its listeners use. */
import { certainly } from '../posture/fact.js';
import type { ApplicationGatewayEntryPoint, Frontend } from '../posture/entry-point.js';
import type { Judgement } from './judgement.js';
import { undecided } from './judgement.js';

export type ApplicationGatewayCause = 'public-frontend' | 'private-frontend' | 'undetermined';

export function judgeApplicationGateway({
  frontends,
  heading,
}: ApplicationGatewayEntryPoint): Judgement<ApplicationGatewayCause> {
  const used = frontends.filter(({ listening }) => certainly(listening, (one) => !one) !== true);
  const common = { modifiers: [], dependsOn: [] };
  const exposed = used.find((frontend) => isExposed(frontend) === true);
  if (exposed) {
    return {
      ...common,
      level: 'open',
      cause: 'public-frontend',
      because: `frontend ${exposed.name} has a public address`,
      evidence: [exposed.isPublic.origin, exposed.listening.origin],
    };
  }
  const open = used.filter((frontend) => isExposed(frontend) === undefined);
  if (open.length > 0 || frontends.length === 0) {
    const facts = open.flatMap(({ isPublic, listening }) => [isPublic, listening]);
    const judgement = undecided('whether it listens on a public address', facts);
    return judgement.evidence.length > 0 ? judgement : { ...judgement, evidence: [{ span: heading, from: [] }] };
  }
  return {
    ...common,
    level: 'private',
    cause: 'private-frontend',
    because: 'it listens on private addresses only',
    evidence: used.length > 0 ? used.map(({ isPublic }) => isPublic.origin) : [{ span: heading, from: [] }],
  };
}

function isExposed({ isPublic, listening }: Frontend): boolean | undefined {
  const [address, used] = [isPublic, listening].map((fact) => certainly(fact, (one) => one));
  if (address === false || used === false) return false;
  return address === true && used === true ? true : undefined;
}
