/** Plans (`terraform show -json`), as the configuration that they were made of would be deployed. */
import type { Files } from '../../../tree/files.js';
import type { Mapping } from '../../../syntax/value.js';
import type { Evaluator } from '../../evaluator.js';
import type { Evaluation, Resource, Root, Writer } from '../../resource.js';
import { terraformEvaluator, type TerraformEvaluation } from '../evaluator.js';
import { isBelow } from '../folders.js';
import { folderOf } from '../paths.js';
import { mayBePlan, parsePlan, plannedResources, type Planned } from './document.js';
import { overlay } from './overlay.js';

/** More configurations than a plan is compared with to find the one that it was made of. */
const MAX_CANDIDATES = 10;

export const planEvaluator: Evaluator = {
  formats: ['tfplan'],
  roots(files, changed) {
    return files.paths
      .filter((path) => mayBePlan(path) && (!changed || [...changed].some((one) => isBelow(one, folderOf(path)))))
      .filter((path) => files.parse(path, parsePlan))
      .map((path) => ({ id: path, format: 'tfplan' as const, path, parameters: [] }));
  },
  evaluate(root, files) {
    const plan = files.parse(root.path, parsePlan);
    const planned = plan ? plannedResources(plan) : [];
    const source = sourceOf(root, files, planned);
    const asked = new Set([root.path, ...(source?.files ?? [])]);
    return { root, resources: planned.map((one) => resourceOf(root, one, source)), problems: [], files: asked };
  },
};

/** The configuration around the plan, or near it, that declares the most of what is planned. */
function sourceOf(root: Root, files: Files, planned: readonly Planned[]): TerraformEvaluation | undefined {
  const roots = terraformEvaluator.roots(files);
  const folder = folderOf(root.path);
  const folderIn = ({ path }: Root): string => (path === '.' ? '' : path);
  const around = roots.filter((one) => isBelow(folder, folderIn(one))).sort((a, b) => b.path.length - a.path.length);
  const candidates = around.length > 0 ? around : roots;
  let best: TerraformEvaluation | undefined;
  let most = 0;
  for (const candidate of candidates.slice(0, MAX_CANDIDATES)) {
    const evaluation = terraformEvaluator.evaluate(candidate, files);
    const addresses = new Set(evaluation.resources.map(({ address }) => address));
    const known = planned.filter(({ address }) => addresses.has(address)).length;
    if (known <= most) continue;
    best = evaluation;
    most = known;
  }
  return best;
}

function resourceOf(root: Root, planned: Planned, source: Evaluation | undefined): Resource {
  const { address, type, values, unknown, entry } = planned;
  const written = source?.resources.find((one) => one.address === address);
  const heading = written?.heading ?? entry.entries.get('address')?.value.origin.span ?? entry.origin.span;
  const place = { written: written?.body, otherwise: { span: heading, from: [] }, address };
  const laid = overlay(values, unknown, place);
  const body: Mapping = laid?.kind === 'map' ? laid : values;
  return {
    format: 'tfplan',
    root,
    type,
    ...(written?.version === undefined ? {} : { version: written.version }),
    address,
    name: body.entries.get('name')?.value,
    body,
    span: written?.span ?? entry.origin.span,
    heading,
    writer: written?.writer ?? nothing,
  };
}

/** A plan is made, not written: nothing in it can be edited. */
const nothing: Writer = { set: () => undefined };
