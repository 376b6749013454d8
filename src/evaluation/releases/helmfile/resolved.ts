/** A parsed helmfile with what an environment decides of its expressions. */
import { list, mapping, scalar } from '../../../syntax/value.js';
import type { Origin, Value } from '../../../syntax/value.js';
import type { Environment } from './expression.js';
import { valueOf } from './expression.js';

const braces = /\{\{-?((?:[^{}\n]|\}(?!\}))*?)-?\}\}/g;

/** Texts whose expressions are all decided become what they make; the rest stays open. */
export function resolved(value: Value, environment: Environment): Value {
  switch (value.kind) {
    case 'scalar':
      return value;
    case 'list':
      return list(
        value.items.map((item) => resolved(item, environment)),
        value.origin,
        value.rest,
      );
    case 'map':
      return mapping(
        [...value.entries.values()].map((each) => ({ ...each, value: resolved(each.value, environment) })),
        value.origin,
        value.rest,
      );
    case 'undetermined': {
      const { start, end, file } = value.origin.span;
      const written = file.text.slice(start, end);
      return written.includes('{{') && value.expression.includes('{{')
        ? (textOf(written, value.origin, environment) ?? value)
        : value;
    }
  }
}

function textOf(written: string, origin: Origin, environment: Environment): Value | undefined {
  const quoted = /^(["'])([^]*)\1$/.exec(written)?.[2];
  const text = quoted ?? written;
  const found = [...text.matchAll(braces)].map(([whole, inner = '']) => ({
    whole,
    inner,
    value: valueOf(inner, environment, origin),
  }));
  const [first] = found;
  if (!first || found.some(({ value }) => !value)) return undefined;
  if (first.whole === text && first.value && quoted === undefined && !/\bs?quote\b/.test(first.inner)) {
    const from = first.value.origin.span === origin.span ? [] : [first.value.origin];
    return { ...first.value, origin: { span: origin.span, from } };
  }
  if (found.some(({ value }) => value?.kind !== 'scalar')) return undefined;
  const ways = found.flatMap(({ value }) => (value && value.origin.span !== origin.span ? [value.origin] : []));
  let index = 0;
  const made = text.replace(braces, () => {
    const value = found[index++]?.value;
    return value?.kind === 'scalar' ? String(value.value) : '';
  });
  return scalar(made, { span: origin.span, from: ways });
}
