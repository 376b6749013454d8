/** The values of a HelmRelease: `valuesFrom` in order, then `values`, then what `targetPath` sets (reference: helm-controller). */
import { literal, lookup, mapping, undetermined } from '../../../syntax/value.js';
import type { Origin, Value } from '../../../syntax/value.js';
import type { Resource } from '../../resource.js';
import { mergeAll } from '../../releases/merge.js';
import { assign, assignmentsIn, pathOf, typed } from '../../releases/strvals.js';
import { documentIn } from '../../releases/text.js';
import type { Around } from '../../releases/parts.js';
import { objectNamed } from '../objects.js';
import { isTrue, itemsAt, textAt } from '../read.js';

export function valuesOf(release: Resource, around: Around): Value {
  const spec = lookup(release.body, ['spec']);
  const origin = literal(release.heading);
  const references = itemsAt(spec, 'valuesFrom').map(fluxOne);
  const files = itemsAt(spec, 'chart', 'spec', 'valuesFiles').map((file) => fileOfChart(file));
  const whole = references.filter((reference) => textAt(reference, 'targetPath') === undefined);
  const inline = lookup(spec, ['values']) ?? mapping([], origin);
  const secrets = itemsAt(spec, 'valueFileSecrets').map((secret) =>
    unknown(`the Secret ${textAt(secret, 'name') ?? ''}`, secret),
  );
  const sources = whole.flatMap((reference) => documentOf(reference, release, around) ?? []);
  const merged = mergeAll([...files, ...secrets, ...sources, inline], origin);
  return references
    .filter((reference) => textAt(reference, 'targetPath') !== undefined)
    .reduce((values, reference) => targeted(values, reference, release, around), merged);
}

/** `configMapKeyRef` and `secretKeyRef` of Flux 1 in the words of Flux 2. */
function fluxOne(reference: Value): Value {
  for (const [key, kind] of [
    ['configMapKeyRef', 'ConfigMap'],
    ['secretKeyRef', 'Secret'],
  ] as const) {
    const old = lookup(reference, [key]);
    if (old?.kind !== 'map') continue;
    const written = old.entries.get('name')?.keySpan ?? old.origin.span;
    const entries = [...old.entries.values()].map((each) =>
      each.key === 'key' ? { ...each, key: 'valuesKey' } : each,
    );
    const ofKind = {
      key: 'kind',
      keySpan: written,
      value: { kind: 'scalar', value: kind, origin: old.origin } as const,
    };
    return mapping([ofKind, ...entries], old.origin);
  }
  return reference;
}

/** Files inside the source of a chart are not looked into. */
function fileOfChart(file: Value): Value {
  return unknown(`the values file ${textAt(file) ?? ''} of the chart`, file);
}

function documentOf(reference: Value, release: Resource, around: Around): Value | undefined {
  const text = dataOf(reference, release, around);
  return text && (documentIn(text) ?? unknown(nameOf(reference), text));
}

/** The value of a key of a ConfigMap; open for a Secret, and for what is not there. */
function dataOf(reference: Value, release: Resource, around: Around): Value | undefined {
  const kind = textAt(reference, 'kind') ?? 'Secret';
  const name = textAt(reference, 'name') ?? '';
  const key = textAt(reference, 'valuesKey') ?? 'values.yaml';
  if (kind !== 'ConfigMap') return unknown(nameOf(reference), reference);
  const namespace = textAt(release.body, 'metadata', 'namespace');
  const object = objectNamed({ kind, name, namespace }, around, release.span.file.path);
  const found = lookup(object, ['data', key]);
  if (found) return found;
  // Something that is not in the repository may be made by hand.
  if (object && isTrue(reference, 'optional')) return undefined;
  return unknown(`${nameOf(reference)}, key ${key}`, reference);
}

function targeted(values: Value, reference: Value, release: Resource, around: Around): Value {
  const target = textAt(reference, 'targetPath') ?? '';
  const path = pathOf(target);
  const value = dataOf(reference, release, around);
  if (!path || !value) return values;
  return assign(values, { path, value: singleValue(value, value.origin) });
}

/** A text in quotes stays a text, any other is read as `--set` does. */
function singleValue(value: Value, origin: Origin): Value {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  const quoted = /^(["'])([^]*)\1$/.exec(value.value)?.[2];
  if (quoted !== undefined) return typed(quoted, 'string', origin);
  const read = assignmentsIn(`value=${value.value}`, 'typed', origin);
  return read?.length === 1 && read[0] ? read[0].value : undetermined('targetPath', ['targetPath'], origin);
}

function nameOf(reference: Value): string {
  return `the ${textAt(reference, 'kind') ?? 'Secret'} ${textAt(reference, 'name') ?? ''}`.trimEnd();
}

function unknown(what: string, at: Value): Value {
  return undetermined(what, [what], at.origin);
}
