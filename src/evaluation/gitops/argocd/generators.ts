/** What the generators of an ApplicationSet generate, as far as the repository decides it. */
import { lookup, undetermined } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import { asMapping, entriesAt, itemsAt, textAt } from '../read.js';
import { gitParameters } from './git-generator.js';
import type { Parameters } from './parameters.js';
import { combined, flattened, plainText } from './parameters.js';
import { isSelected } from './selector.js';
import { filled } from './template.js';

export interface Generation {
  readonly files: Files;
  readonly isGo: boolean;
}

export interface Generated {
  readonly parameters: Parameters;
  /** A template of the generator itself, which goes over that of the set. */
  readonly template?: Mapping;
}

/** Matrices in matrices are refused by Argo CD beyond one level. */
const DEEPEST = 4;
/** More are cut. */
const MOST = 1_000;

export function generatedBy(generator: Value, generation: Generation, depth = 0): readonly Generated[] {
  if (depth > DEEPEST) return [];
  const [kind, settings] = kindOf(generator);
  const template = asMapping(lookup(settings, ['template']));
  const selector = lookup(generator, ['selector']);
  return parametersOf(kind, settings, generation, depth)
    .filter((parameters) => isSelected(parameters, selector))
    .slice(0, MOST)
    .map((parameters) => ({ parameters, ...(template ? { template } : {}) }));
}

function kindOf(generator: Value): readonly [kind: string, settings: Value] {
  const found = entriesAt(generator).find(({ key }) => key !== 'selector');
  return found ? [found.key, found.value] : ['', generator];
}

function parametersOf(kind: string, settings: Value, generation: Generation, depth: number): readonly Parameters[] {
  switch (kind) {
    case 'list':
      return listParameters(settings);
    case 'git':
      return withValues(gitParameters(settings, generation), settings, generation);
    case 'matrix':
      return matrixParameters(itemsAt(settings, 'generators'), generation, depth);
    case 'merge':
      return mergeParameters(settings, generation, depth);
    default: {
      const what = `the generator ${kind === '' ? 'of the ApplicationSet' : kind}`;
      const others = undetermined(what, [what], settings.origin);
      return withValues([{ known: new Map(), others }], settings, generation);
    }
  }
}

function listParameters(settings: Value): readonly Parameters[] {
  const elements = itemsAt(settings, 'elements').map((element) => ({ known: flattened(element) }));
  const yaml = lookup(settings, ['elementsYaml']);
  if (!yaml) return elements;
  const others = undetermined('elementsYaml', ['elementsYaml'], yaml.origin);
  return [...elements, { known: new Map(), others }];
}

/** `values` of a generator, which may refer to its parameters. */
function withValues(all: readonly Parameters[], settings: Value, { isGo }: Generation): readonly Parameters[] {
  const values = lookup(settings, ['values']);
  if (!values) return all;
  return all.map((parameters) =>
    combined(parameters, { known: flattened(filled(values, parameters, isGo), 'values') }),
  );
}

/** Every combination; the second generator may refer to what the first one gives. */
function matrixParameters(generators: readonly Value[], generation: Generation, depth: number): readonly Parameters[] {
  const [first, second] = generators;
  if (!first || !second) return [];
  const found: Parameters[] = [];
  for (const { parameters: one } of generatedBy(first, generation, depth + 1)) {
    for (const { parameters: other } of generatedBy(filled(second, one, generation.isGo), generation, depth + 1)) {
      found.push(combined(one, other));
    }
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}

/** The first generator's parameters, over which those with equal keys of the others go. */
function mergeParameters(settings: Value, generation: Generation, depth: number): readonly Parameters[] {
  const keys = itemsAt(settings, 'mergeKeys').flatMap((key) => textAt(key) ?? []);
  const [base = [], ...others] = itemsAt(settings, 'generators').map((generator) =>
    generatedBy(generator, generation, depth + 1).map(({ parameters }) => parameters),
  );
  const keyOf = ({ known }: Parameters): string => JSON.stringify(keys.map((key) => plainText(known.get(key)) ?? null));
  return base.map((parameters) =>
    others.reduce((merged, overs) => {
      const over = overs.find((each) => each.others === undefined && keyOf(each) === keyOf(parameters));
      const open = overs.find((each) => each.others !== undefined);
      const result = over ? combined(merged, over) : merged;
      return open?.others ? { ...result, others: open.others } : result;
    }, parameters),
  );
}
