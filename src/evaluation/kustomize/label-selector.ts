/** Selectors of labels in their text form: `app=web,tier in (front, back),!legacy`. */

type Labels = ReadonlyMap<string, string>;

const REQUIREMENT =
  /^\s*(?:(!)\s*)?([\w./-]+)\s*(?:(==?|!=)\s*([\w.-]*)|\b(in|notin)\s*\(([^()]*)\)|([<>])\s*(\d+))?\s*$/;

/** @returns undefined for what is no selector */
export function matchesLabels(selector: string): ((labels: Labels) => boolean) | undefined {
  const requirements = split(selector).map(requirement);
  if (requirements.some((each) => !each)) return undefined;
  return (labels) => requirements.every((each) => each?.(labels));
}

/** At commas outside of parentheses. */
function split(selector: string): readonly string[] {
  return selector.trim() === '' ? [] : selector.split(/,(?![^(]*\))/);
}

function requirement(text: string): ((labels: Labels) => boolean) | undefined {
  const match = text.length > 1_000 ? null : REQUIREMENT.exec(text);
  if (!match) return undefined;
  const [, not, key = '', equality, value = '', membership, members = '', comparison, bound] = match;
  if (not !== undefined) {
    return equality === undefined && membership === undefined && comparison === undefined
      ? (labels) => !labels.has(key)
      : undefined;
  }
  if (equality !== undefined) {
    return equality === '!=' ? (labels) => labels.get(key) !== value : (labels) => labels.get(key) === value;
  }
  if (membership !== undefined) {
    const set = new Set(members.split(',').map((member) => member.trim()));
    return membership === 'in'
      ? (labels) => labels.has(key) && set.has(labels.get(key) ?? '')
      : (labels) => !labels.has(key) || !set.has(labels.get(key) ?? '');
  }
  if (comparison !== undefined) {
    return (labels) => {
      const number = Number(labels.get(key) ?? NaN);
      return comparison === '<' ? number < Number(bound) : number > Number(bound);
    };
  }
  return (labels) => labels.has(key);
}
