/** `ApplicationSet` of Argo CD: an Application for each set of parameters. */
import type { Problem } from '../../../syntax/problem.js';
import { locate } from '../../../syntax/source.js';
import { lookup, mapping, scalar } from '../../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../../syntax/value.js';
import { numbered, resourceOf } from '../../kubernetes/resource.js';
import { mergeValues } from '../../releases/merge.js';
import { documentIn } from '../../releases/text.js';
import type { Around, Expansion } from '../../releases/parts.js';
import type { Resource } from '../../resource.js';
import { itemsAt, isTrue } from '../read.js';
import { generatedBy } from './generators.js';
import type { Generated, Generation } from './generators.js';
import { filled } from './template.js';

const type = /^argoproj\.io\/\w+\/ApplicationSet$/;
/** More Applications of one set are cut. */
const MOST = 500;

export function applicationSetReader(resource: Resource, { files }: Around): Expansion | undefined {
  if (!type.test(resource.type)) return undefined;
  const generation: Generation = { files, isGo: isTrue(resource.body, 'spec', 'goTemplate') };
  const generated = itemsAt(resource.body, 'spec', 'generators').flatMap((generator) =>
    generatedBy(generator, generation),
  );
  const applications = generated.slice(0, MOST).flatMap((each) => applicationOf(resource, each, generation) ?? []);
  return { resources: numbered(applications), problems: generated.length > MOST ? [cutShort(resource)] : [] };
}

function cutShort({ heading }: Resource): Problem {
  const { path, startLine } = locate(heading);
  return {
    path,
    line: startLine,
    message: `the ApplicationSet makes more than ${MOST} Applications; the others were not read`,
  };
}

function applicationOf(set: Resource, { parameters, template }: Generated, { isGo }: Generation): Resource | undefined {
  const spec = lookup(set.body, ['spec']);
  const common = lookup(spec, ['template']);
  if (common?.kind !== 'map') return undefined;
  const whole = template ? mergeValues(common, template) : common;
  const application = patched(filled(whole, parameters, isGo), lookup(spec, ['templatePatch']), (text) =>
    filled(text, parameters, isGo),
  );
  if (application.kind !== 'map') return undefined;
  const body = objectOf(application, set.body);
  const made = resourceOf(body, set.root, set.format, set.writer);
  const { span, heading, condition, calls } = set;
  return {
    ...made,
    address: `${set.address}/${made.address}`,
    span,
    heading,
    ...(condition ? { condition } : {}),
    ...(calls ? { calls } : {}),
  };
}

/** `templatePatch` is a text, filled in and merged over the template. */
function patched(template: Value, patch: Value | undefined, fill: (text: Value) => Value): Value {
  if (!patch) return template;
  const text = fill(patch);
  const document = documentIn(text);
  return document ? mergeValues(template, document) : template;
}

function objectOf(template: Mapping, set: Mapping): Mapping {
  const at = set.entries.get('kind');
  const keySpan = at?.keySpan ?? set.origin.span;
  const origin = at?.value.origin ?? set.origin;
  const text = (key: string, value: string): Entry => ({ key, keySpan, value: scalar(value, origin) });
  const apiVersion = set.entries.get('apiVersion') ?? text('apiVersion', 'argoproj.io/v1alpha1');
  return mapping(
    [apiVersion, text('kind', 'Application'), ...template.entries.values()],
    template.origin,
    template.rest,
  );
}
