/** The order in which go-yaml writes keys: letters by themselves, digits by their number. */

const LETTER = /\p{L}/u;
const DIGIT = /\d/;

export function compareKeys(a: string, b: string): number {
  return isBefore(Array.from(a), Array.from(b)) ? -1 : isBefore(Array.from(b), Array.from(a)) ? 1 : 0;
}

function isBefore(a: readonly string[], b: readonly string[]): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [left = '', right = ''] = [a[at], b[at]];
    if (left === right) continue;
    const [leftLetter, rightLetter] = [LETTER.test(left), LETTER.test(right)];
    if (leftLetter && rightLetter) return left < right;
    if (leftLetter || rightLetter) return rightLetter;
    const [leftRun, rightRun] = [digitsFrom(a, at), digitsFrom(b, at)];
    const leading = left === '0' || right === '0' ? leadingOne(a, at) : '';
    const difference = Number(leading + leftRun) - Number(leading + rightRun);
    if (difference !== 0) return difference < 0;
    if (leftRun.length !== rightRun.length) return leftRun.length < rightRun.length;
    return left < right;
  }
  return a.length < b.length;
}

function digitsFrom(text: readonly string[], start: number): string {
  let end = start;
  while (DIGIT.test(text[end] ?? '')) end++;
  return text.slice(start, end).join('');
}

function leadingOne(text: readonly string[], end: number): string {
  for (let at = end - 1; DIGIT.test(text[at] ?? ''); at--) if (text[at] !== '0') return '1';
  return '';
}
