import { keyOf, resolvePlain, resolveTagged } from '../../../src/syntax/yaml/scalar.js';

/** Every row as go.yaml.in/yaml/v2 2.4.2 reads it, which kubectl, Helm and Flux use. */
describe('scalars without quotes', () => {
  test.each<[string, string | number | boolean | null]>([
    ...['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'y', 'Y'].map((text): [string, boolean] => [
      text,
      true,
    ]),
    ...['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'n', 'N'].map((text): [string, boolean] => [
      text,
      false,
    ]),
    ...['', '~', 'null', 'Null', 'NULL'].map((text): [string, null] => [text, null]),
    ...['tRUE', 'yEs', 'oN', 'nULL', 'truth', 'enabled', 'disabled', 'no way', 'none', 'None', '^'].map(
      (text): [string, string] => [text, text],
    ),
    ['0', 0],
    ['-0', 0],
    ['+12', 12],
    ['-12', -12],
    ['0777', 511],
    ['0o777', 511],
    ['0x1F', 31],
    ['-0x1f', -31],
    ['0b101', 5],
    ['1_000', 1000],
    ['08', 8],
    ['1.5', 1.5],
    ['1.', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['-1.5E-3', -0.0015],
    ['9223372036854775807', 9223372036854775807],
    ['0xffffffffffffffffff', '0xffffffffffffffffff'],
    ['1e999', '1e999'],
    ['.inf', Infinity],
    ['-.INF', -Infinity],
    ['.nan', NaN],
    ['12:30:45', '12:30:45'],
    ['2001-01-01', '2001-01-01'],
    ['10.0.0.0', '10.0.0.0'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['1.2.3', '1.2.3'],
    ['0o9', '0o9'],
    ['-', '-'],
    ['.', '.'],
    ['_1', '_1'],
    ['1k', '1k'],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('%j', (text, value) => expect(resolvePlain(text)).toBe(value));
});

describe('scalars with a tag', () => {
  test.each<[string, string, unknown]>([
    ['!!str', 'true', 'true'],
    ['!<tag:yaml.org,2002:str>', '1', '1'],
    ['!!bool', 'on', true],
    ['!!bool', 'maybe', undefined],
    ['!!int', '0x10', 16],
    ['!!int', 'x', undefined],
    ['!!float', '1', 1],
    ['!!null', '~', null],
    ['!!null', 'x', undefined],
    ['!!binary', 'aGk=', 'hi'],
    ['!', '12', '12'],
    ['!vault', '12', '12'],
  ])('%s %s', (tag, text, value) => expect(resolveTagged(tag, text)).toBe(value));
});

test.each<[string, string | undefined]>([
  ['name', 'name'],
  ['on', 'true'],
  ['n', 'false'],
  ['0777', '511'],
  ['80', '80'],
  ['1.10', '1.1'],
  ['1e7', '1e+07'],
  ['0.00001', '1e-05'],
  ['123456.5', '123456.5'],
  ['.inf', '.inf'],
  ['~', undefined],
])('the key %j is %j', (text, key) => expect(keyOf(text)).toBe(key));
