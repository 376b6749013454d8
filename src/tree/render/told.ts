/** What a tool says, as it can be told to people: it quotes files that anybody may have written. */

const longest = 400;
/** Of what is longer, this much of the beginning is kept: what was being done. The cause stands at the end. */
const beginning = 120;
// Colours and other commands to a terminal.
const escapes = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu;

// How kubectl logs an error: the time and the number of its process differ from run to run.
const logged = /^[EF]\d{4} [\d:.]+ +\d+ [\w./-]+:\d+\] "command failed" err="(.*)"$/;

/** The errors of a tool on one line: no control characters, none of the folders, at most 400 characters of both ends. */
export function told(errors: string, hidden: readonly string[]): string {
  let text = errors.slice(0, 20_000).replace(escapes, '');
  for (const folder of [...hidden].sort((a, b) => b.length - a.length)) {
    text = text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  }
  const lines = text.split(/\r?\n|\r/).map((line) => line.replace(unprintable, ' ').trim());
  const kept = lines.filter((line) => line !== '' && !isNoise(line));
  const joined = kept
    .join(' ')
    .replace(logged, '$1')
    .replace(/^Error: /, '')
    .replace(/ {2,}/g, ' ');
  if (joined.length <= longest) return joined;
  return `${joined.slice(0, beginning)}…${joined.slice(beginning + 1 - longest)}`;
}

/** Advice for the one who runs the tool by hand, and warnings that are no errors. */
function isNoise(line: string): boolean {
  return /^Use --debug flag|^(coalesce\.go:\d+: )?warning: |^WARNING: |^level=(INFO|WARN|DEBUG)/.test(line);
}
