/**
 * What a scalar means to Kubernetes: kubectl, Helm and Flux read YAML through sigs.k8s.io/yaml, which is go-yaml 2 (YAML 1.1 with
 * changes of its own). The rules here are those of go.yaml.in/yaml/v2 `resolve.go` and of sigs.k8s.io/yaml `yaml.go`.
 */
import type { Scalar } from '../value.js';

type Plain = Scalar['value'];

const WORDS: ReadonlyMap<string, boolean | number | null> = new Map<string, boolean | number | null>([
  ...words(true, ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']),
  ...words(false, ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']),
  ...words(null, ['', '~', 'null', 'Null', 'NULL']),
  ...words(NaN, ['.nan', '.NaN', '.NAN']),
  ...words(Infinity, ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF']),
  ...words(-Infinity, ['-.inf', '-.Inf', '-.INF']),
]);

/** The longest of the words above: anything longer is looked at as a number only. */
const LONGEST_WORD = 5;

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
/** Numbers that start with a point go to Go's own reader, which wants digits on both sides of an underscore. */
const POINT_FLOAT = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;

function words(
  value: boolean | number | null,
  spellings: readonly string[],
): readonly (readonly [string, boolean | number | null])[] {
  return spellings.map((spelling) => [spelling, value] as const);
}

/** The value of a scalar without quotes and without a tag. */
export function resolvePlain(text: string): Plain {
  const hint = hintOf(text);
  if (hint === 'text') return text;
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  return hint === 'word' ? text : (integer(text) ?? float(text) ?? text);
}

/** The value of a scalar with a tag as written (`!!str`, `!<tag:yaml.org,2002:int>`); `undefined` when it does not fit the tag. */
export function resolveTagged(tag: string, text: string): Plain | undefined {
  const value = resolvePlain(text);
  switch (tag.replace(/^!<tag:yaml\.org,2002:(.*)>$/, '!!$1')) {
    case '!!bool':
      return typeof value === 'boolean' ? value : undefined;
    case '!!int':
      return integer(text);
    case '!!float':
      return typeof value === 'number' ? value : undefined;
    case '!!null':
      return value === null ? null : undefined;
    case '!!binary':
      return Buffer.from(text, 'base64').toString('utf8');
    default:
      return text;
  }
}

/**
 * The key that Kubernetes sees: JSON has text keys only, so `on:` becomes `true` and `0777:` becomes `511`.
 * `undefined` for a null key, which is refused.
 */
export function keyOf(text: string): string | undefined {
  const value = resolvePlain(text);
  if (value === null) return undefined;
  if (typeof value !== 'number') return String(value);
  const whole = integer(text);
  if (whole === undefined) return floatKey(value);
  return Number.isSafeInteger(whole) ? String(whole) : text;
}

/** Only what starts like one of the words or like a number can be anything but text: most scalars are decided by one look. */
function hintOf(text: string): 'text' | 'word' | 'number' {
  switch (text.charCodeAt(0) | 0x20) {
    case 0x79: // y
    case 0x6e: // n
    case 0x74: // t
    case 0x66: // f
    case 0x6f: // o
    case 0x7e: // ~, also ^, which is no word
      return 'word';
    default: {
      const first = text.charCodeAt(0);
      if (Number.isNaN(first)) return 'word';
      const digit = first >= 0x30 && first <= 0x39;
      return digit || first === 0x2b || first === 0x2d || first === 0x2e ? 'number' : 'text';
    }
  }
}

function integer(text: string): number | undefined {
  const match = INTEGER.exec(text.replaceAll('_', ''));
  if (!match) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  let digits: string;
  if (hex !== undefined) digits = `0x${hex}`;
  else if (binary !== undefined) digits = `0b${binary}`;
  else if (octal !== undefined) digits = `0o${octal}`;
  else digits = decimal ?? '0';
  if (Number.isSafeInteger(Number(digits))) return Number(digits) * (sign === '-' && Number(digits) > 0 ? -1 : 1);
  // 64 binary digits with their prefix are the longest that can fit.
  if (digits.length > 66) return undefined;
  const size = BigInt(digits);
  // What does not fit 64 bits is no integer to Go, and may still be a float.
  if (size > (sign === '-' ? 2n ** 63n : 2n ** 64n - 1n)) return undefined;
  return Number(sign === '-' ? -size : size);
}

function float(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (!(text.startsWith('.') ? POINT_FLOAT.test(text) : FLOAT.test(plain))) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Go's shortest text of a 32-bit float (`strconv.FormatFloat(v, 'g', -1, 32)`), which is how a float key is written. */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  let digits = 0;
  while (digits < 8 && Math.fround(Number(single.toExponential(digits))) !== single) digits++;
  const shortest = single.toExponential(digits);
  const exponent = Number(shortest.slice(shortest.indexOf('e') + 1));
  if (exponent >= -4 && exponent < 6) return String(Number(shortest));
  return shortest.replace(/e([-+])(\d)$/, 'e$10$2');
}
