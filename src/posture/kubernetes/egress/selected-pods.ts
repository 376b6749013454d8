/** Which pods a policy selects, in a form that can be compared between policies. */
import type { Value } from '../../../syntax/value.js';
import type { SelectedPods } from '../../egress-path.js';
import { textOf } from '../../identity.js';
import type { Scope } from '../../reading/scope.js';
import { valueAt } from '../../reading/scope.js';

/** A selector of labels: `matchLabels`, `matchExpressions`; all pods when it is empty or absent. */
export function podsByLabels(
  scope: Scope,
  path: readonly string[],
  namespace: string | undefined,
  keys: { readonly labels: string; readonly expressions: string } = {
    labels: 'matchLabels',
    expressions: 'matchExpressions',
  },
): SelectedPods {
  const value = valueAt(scope, path);
  if (value?.kind === 'undetermined') return { namespace, text: value.expression.slice(0, longest), labels: undefined };
  const labels = valueAt(scope, [...path, keys.labels]);
  const expressions = valueAt(scope, [...path, keys.expressions]);
  const pairs = labels?.kind === 'map' ? [...labels.entries.values()] : [];
  const texts = pairs.map(({ key, value: each }) => [withoutSource(key), textOf(each)] as const);
  const simple =
    (expressions === undefined || (expressions.kind === 'list' && expressions.items.length === 0)) &&
    labels?.kind !== 'undetermined' &&
    texts.every(([, text]) => text !== undefined);
  const written = [
    ...pairs.map(({ key, value: each }) => `${withoutSource(key)}=${told(each)}`),
    ...(labels?.kind === 'undetermined' ? [labels.expression] : []),
    ...(expressions ? [told(expressions)] : []),
  ];
  return {
    namespace,
    text: written.sort().join(',').slice(0, longest),
    labels: simple ? new Map(texts.map(([key, text]) => [key, text ?? ''])) : undefined,
  };
}

/** Selectors are as long as people make them; this much of one tells it from others. */
const longest = 300;

/** Cilium writes where a label comes from before it: `k8s:app`, `any:app`. */
function withoutSource(key: string): string {
  return key.replace(/^(k8s|any)[:.](?!io\.)/, '');
}

/** A short text of a value, whatever it is: bounded in depth and in length. */
function told(value: Value, depth = 4): string {
  if (depth === 0) return '…';
  switch (value.kind) {
    case 'scalar':
      return String(value.value);
    case 'undetermined':
      return value.expression;
    case 'list':
      return value.items
        .slice(0, 20)
        .map((item) => told(item, depth - 1))
        .join('|');
    case 'map':
      return [...value.entries.values()]
        .slice(0, 20)
        .map(({ value: each }) => told(each, depth - 1))
        .join(' ');
  }
}

/** Calico's selector language, as far as it is a conjunction of labels: `app == 'web' && tier == 'x'`, `all()`. */
export function podsByExpression(text: string | undefined, namespace: string | undefined, beside = ''): SelectedPods {
  const wanted = (text ?? '').trim();
  const parts = wanted === '' || wanted === 'all()' ? [] : wanted.split('&&').map((part) => part.trim());
  const pairs = parts.map((part) => /^([\w./-]+)\s*==\s*(['"])([^'"]*)\2$/.exec(part));
  const simple = beside === '' && pairs.every((pair) => pair !== null);
  const labels = new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[3] ?? ''] as const] : [])));
  const written = simple ? [...labels].map(([key, value]) => `${key}=${value}`).sort() : [...parts, beside];
  return {
    namespace,
    text: written
      .filter((part) => part !== '')
      .join(',')
      .slice(0, longest),
    labels: simple ? labels : undefined,
  };
}

/** Whether a policy for `wide` holds for all pods of `narrow`, as far as the text shows. */
export function covers(wide: SelectedPods, narrow: SelectedPods): boolean {
  if (wide.namespace !== '*' && wide.namespace !== narrow.namespace) return false;
  if (wide.labels?.size === 0) return true;
  if (wide.namespace === narrow.namespace && wide.text === narrow.text) return true;
  const { labels } = wide;
  const others = narrow.labels;
  return labels !== undefined && others !== undefined && [...labels].every(([key, value]) => others.get(key) === value);
}
