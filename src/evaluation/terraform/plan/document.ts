/** The parts of `terraform show -json` that say what will be there. */
import { parseJson } from '../../../syntax/json/parser.js';
import type { Parsed } from '../../../syntax/problem.js';
import type { SourceFile } from '../../../syntax/source.js';
import { lookup, type Mapping, type Value } from '../../../syntax/value.js';
import { baseName } from '../paths.js';

/** A resource as it will be after the plan is applied. */
export interface Planned {
  readonly address: string;
  readonly type: string;
  /** What is known of it. */
  readonly values: Mapping;
  /** In the form of the values, `true` where something is known only after the deployment. */
  readonly unknown: Value | undefined;
  /** The object in the document. */
  readonly entry: Mapping;
}

/** Only documents that are named for it are looked into: a repository may have thousands of JSON files. */
export function mayBePlan(path: string): boolean {
  return /plan[^/]*\.json$/i.test(baseName(path));
}

/** The document of a file, when it is a plan. */
export function parsePlan(file: SourceFile): Parsed<Mapping | undefined> {
  if (!file.text.includes('"planned_values"')) return { result: undefined, problems: [] };
  const { result, problems } = parseJson(file);
  const isPlan = result?.kind === 'map' && result.entries.has('format_version') && result.entries.has('planned_values');
  return { result: isPlan ? result : undefined, problems };
}

export function plannedResources(plan: Mapping): Planned[] {
  const unknown = new Map<string, Value>();
  for (const change of itemsOf(lookup(plan, ['resource_changes']))) {
    const address = textOf(lookup(change, ['address']));
    const after = lookup(change, ['change', 'after_unknown']);
    if (address !== undefined && after) unknown.set(address, after);
  }
  const found: Planned[] = [];
  const modules: Value[] = [lookup(plan, ['planned_values', 'root_module'])].filter((value) => value !== undefined);
  for (let module = modules.pop(); module; module = modules.pop()) {
    for (const entry of itemsOf(lookup(module, ['resources']))) {
      const planned = plannedOf(entry, unknown);
      if (planned) found.push(planned);
    }
    for (const child of itemsOf(lookup(module, ['child_modules'])).toReversed()) modules.push(child);
  }
  return found;
}

function plannedOf(entry: Value, unknown: ReadonlyMap<string, Value>): Planned | undefined {
  const [address, type, mode] = ['address', 'type', 'mode'].map((key) => textOf(lookup(entry, [key])));
  const values = lookup(entry, ['values']);
  if (address === undefined || type === undefined || mode === 'data') return undefined;
  if (entry.kind !== 'map' || values?.kind !== 'map') return undefined;
  return { address, type, values, unknown: unknown.get(address), entry };
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
