/** Which objects a patch or a replacement is for. */
import { compileRegex } from '../terraform/regex/match.js';
import { Fault } from '../terraform/fault.js';
import { matchesLabels } from './label-selector.js';
import { effectiveNamespace, idOf, originalId } from './object.js';
import type { Draft, ObjectId } from './object.js';
import { entriesOf, field, fieldAt, textAt, textIn } from './read.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { spend } from './session.js';
import type { Value } from '../../syntax/value.js';

export type Selects = (draft: Draft) => boolean;

/**
 * `target` of a patch: all of group, version, kind, name, namespace (patterns that fit as a whole) and of the selectors of labels and
 * annotations. Names and namespaces are those at first or those now.
 * @throws Refusal for what is no pattern or selector
 */
export function selectorOf(target: Value, session: Session): Selects {
  const fits = idFitter(target, session);
  const labelled = labelFitter(target);
  return (draft) => {
    spend(session);
    const now = idOf(draft.value);
    const first = originalId(draft);
    return (
      (fits.namespace(effectiveNamespace(first)) || fits.namespace(effectiveNamespace(now))) &&
      (fits.name(first.name) || fits.name(now.name)) &&
      fits.kind(now) &&
      labelled(draft)
    );
  };
}

export interface IdFitter {
  readonly kind: (id: ObjectId) => boolean;
  readonly name: (name: string) => boolean;
  readonly namespace: (namespace: string) => boolean;
}

/** @throws Refusal for what is no pattern */
export function idFitter(selector: Value, session: Session): IdFitter {
  const [group, version, kind, name, namespace] = ['group', 'version', 'kind', 'name', 'namespace'].map((key) =>
    pattern(field(selector, key), session),
  );
  const all = (): boolean => true;
  return {
    kind: (id) => (group ?? all)(id.group) && (version ?? all)(id.version) && (kind ?? all)(id.kind),
    name: name ?? all,
    namespace: namespace ?? all,
  };
}

/** @throws Refusal for what is no selector */
export function labelFitter(selector: Value): Selects {
  const [labels, annotations] = (['label', 'annotation'] as const).map((what) => {
    const text = textAt(selector, `${what}Selector`);
    if (text === undefined) return () => true;
    const fits = matchesLabels(text);
    if (!fits) throw new Refusal(`"${text}" is no ${what} selector`, field(selector, `${what}Selector`)?.origin.span);
    return ({ value }: Draft) =>
      fits(
        new Map(
          entriesOf(fieldAt(value, 'metadata', `${what}s`)).map((entry) => [entry.key, textIn(entry.value) ?? '']),
        ),
      );
  });
  return (draft) => (labels?.(draft) ?? true) && (annotations?.(draft) ?? true);
}

function pattern(value: Value | undefined, session: Session): ((text: string) => boolean) | undefined {
  const text = textIn(value);
  if (text === undefined) return undefined;
  if (/^[\w/-]+$/.test(text)) return (other) => other === text;
  try {
    const regex = compileRegex(`^(?:${text})$`, () => {
      spend(session);
    });
    return (other) => regex.find(other, 0) !== undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Refusal(`"${text}" is no regular expression`, value?.origin.span);
  }
}
