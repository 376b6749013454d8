/**
 * JSON that can be shown on a terminal and in the log of a runner as it is: no raw control or format character, and no
 * `##[` that a runner takes for a command. What is escaped stands in strings only, where JSON allows it. Ends with a line feed.
 */
export function printable(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped).replaceAll('##[', '#\\u0023[')}\n`;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');
}
