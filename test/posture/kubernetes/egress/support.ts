/** Manifests as the ways out that they open or filter, with their levels. */
import { bicepEvaluator } from '../../../../src/evaluation/bicep/evaluator.js';
import { kubernetesEvaluator } from '../../../../src/evaluation/kubernetes/evaluator.js';
import { terraformEvaluator } from '../../../../src/evaluation/terraform/evaluator.js';
import type { EgressPath } from '../../../../src/posture/egress-path.js';
import { judge } from '../../../../src/scoring/judge.js';
import type { Texts } from '../../../support/evaluated.js';
import { subjectsAmong } from '../../../support/evaluated.js';

export function egressPathsIn(texts: Texts): readonly EgressPath[] {
  return subjectsAmong(texts, [kubernetesEvaluator, terraformEvaluator, bicepEvaluator]).flatMap((subject) =>
    subject.kind === 'egress-path' ? [subject] : [],
  );
}

/** `all pods of namespace shop: open policy-allows-everything`, for every way out of the files. */
export function judged(texts: Texts): readonly string[] {
  return egressPathsIn(texts).map((subject) => {
    const { egress } = judge(subject);
    return `${subject.title}: ${egress ? `${egress.level} ${egress.cause}` : 'none'}`;
  });
}
