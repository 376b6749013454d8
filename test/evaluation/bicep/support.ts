import { bicepEvaluator } from '../../../src/evaluation/bicep/evaluator.js';
import type { ArmResource } from '../../../src/evaluation/arm/deployed.js';
import type { Evaluation } from '../../../src/evaluation/resource.js';
import { lookup } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { filesOf, plain } from '../arm/support.js';

export type Texts = Readonly<Record<string, string>>;

/** Evaluates a root of some files: the only one, or the one with an id. */
export function evaluation(texts: Texts, id?: string): Evaluation {
  const files = filesOf(texts);
  const roots = bicepEvaluator.roots(files);
  const root = id === undefined ? roots[0] : roots.find((each) => each.id === id);
  if (!root) throw new Error(`no such root among ${roots.map((each) => each.id).join(', ')}`);
  const result = bicepEvaluator.evaluate(root, files);
  return { ...result, problems: [...files.problems, ...result.problems] };
}

/** The resources of a root that is evaluated without a problem. */
export function resourcesOf(texts: Texts, id?: string): readonly ArmResource[] {
  const { resources, problems } = evaluation(texts, id);
  expect(problems).toEqual([]);
  return resources as readonly ArmResource[];
}

/** The value of an expression, put into a resource after some declarations. */
export function valueOf(expression: string, declarations = '', more: Texts = {}): Value {
  const text = `${declarations}\nresource probe 'Test.Rp/probes@2024-01-01' = {\n  name: 'probe'\n  properties: {\n    x: ${expression}\n  }\n}\n`;
  const probe = resourcesOf({ ...more, 'main.bicep': text }, 'main.bicep').find((each) => each.address === 'probe');
  const value = lookup(probe?.body, ['properties']);
  const found = value?.kind === 'map' ? value.entries.get('x')?.value : undefined;
  if (!found) throw new Error('no value');
  return found;
}

export function plainOf(expression: string, declarations = '', more: Texts = {}): unknown {
  return plain(valueOf(expression, declarations, more));
}
