import { evaluate } from '../support.js';
import { functionNames } from '../../../../src/evaluation/arm/functions/library.js';

/** Results that Microsoft's documentation of the functions, or the tests of Bicep, state. */
const documented: readonly (readonly [string, unknown])[] = [
  // hashes
  ["uniqueString('snap', 'crackle', 'pop')", 'byghxckddilkc'],
  ["guid('foo', 'bar', 'baz')", '2ed86837-7c7c-5eaa-9864-dd077fd19b0d'],
  // arrays
  ["array('efgh')", ['efgh']],
  ["createArray('a', 1)", ['a', 1]],
  ["concat(createArray('1-1'), createArray('2-1'))", ['1-1', '2-1']],
  ["first('One Two Three')", 'O'],
  ['first(createArray(7, 8))', 7],
  ['first(createArray())', null],
  ["last('Fizz')", 'z'],
  ['last(createArray(7, 8))', 8],
  ["take('foot', 3)", 'foo'],
  ["take(createArray('fizz', 'buzz', 'pop'), 2)", ['fizz', 'buzz']],
  ["skip('foot', 3)", 't'],
  ['skip(createArray(1, 2, 3), 5)', []],
  ['range(5, 3)', [5, 6, 7]],
  ['flatten(createArray(createArray(0, 1), createArray(2, 3)))', [0, 1, 2, 3]],
  ["indexOf('FOOBAR', 'bar')", 3],
  ["indexOf(createArray('fizz', 'buzz', 'pop', 'fizz'), 'fizz')", 0],
  ["lastIndexOf(createArray('fizz', 'buzz', 'pop', 'fizz'), 'fizz')", 3],
  ["indexOf(createArray('FOO'), 'foo')", -1],
  ["lastIndexOf('food', 'o')", 2],
  ["union(createArray('one', 'two', 'three'), createArray('three', 'four', 'two'))", ['one', 'two', 'three', 'four']],
  ["intersection(createArray('one', 'two', 'three'), createArray('two', 'three'))", ['two', 'three']],
  ['distinct(createArray(1, 2, 1))', [1, 2]],
  ['min(10, 4, 1, 6)', 1],
  ['max(createArray(10, 4, 1, 6))', 10],
  // objects
  ["createObject('a', 1, 'b', createArray())", { a: 1, b: [] }],
  [
    'union(json(\'{"one":"a","three":"c1"}\'), json(\'{"three":"c2","four":"d"}\'))',
    { one: 'a', three: 'c2', four: 'd' },
  ],
  [
    'union(json(\'{"property":{"one":"a","three":"c1"},"nested":[1,2]}\'), json(\'{"property":{"three":"c2"},"nested":[3,4]}\'))',
    { property: { one: 'a', three: 'c2' }, nested: [3, 4] },
  ],
  ['intersection(json(\'{"one":"a","two":"b"}\'), json(\'{"one":"a","two":"z"}\'))', { one: 'a' }],
  [
    "items(createObject('b', 1, 'a', 2))",
    [
      { key: 'a', value: 2 },
      { key: 'b', value: 1 },
    ],
  ],
  ["objectKeys(createObject('GHI', 1, 'ghi', 2, '1', 3))", ['1', 'ghi', 'GHI']],
  [
    "shallowMerge(createArray(createObject('a', createObject('x', 1)), createObject('a', createObject('y', 2))))",
    { a: { y: 2 } },
  ],
  ["json('null')", null],
  ["json('{''a'': ''b''}')", { a: 'b' }],
  ["empty(json('null'))", true],
  ["tryGet(createObject('a', createObject('b', 1)), 'a', 'b')", 1],
  ["tryGet(createObject('a', 1), 'b')", null],
  ["contains(createObject('One', 1), 'one')", true],
  ["contains('FOOBAR', 'foo')", false],
  ["contains(createArray('FOO'), 'foo')", false],
  ["length(createObject('a', 1))", 1],
  ["length('One Two Three')", 13],
  // texts
  ["concat('a', 1, true)", 'a1True'],
  ["format('{0}/{1}/{2}/{3}', 1, 2, 3, true)", '1/2/3/True'],
  ["format('Hello, {0}. Formatted number: {1:N0}', 'User', 8175133)", 'Hello, User. Formatted number: 8,175,133'],
  ["format('{0:D2}-{{x}}', 7)", '07-{x}'],
  ["string(createObject('valueA', 10, 'valueB', 'Example Text'))", '{"valueA":10,"valueB":"Example Text"}'],
  ["string(createArray('a', 'b', 'c'))", '["a","b","c"]'],
  ['string(5)', '5'],
  ["toLower(' Fizz ')", ' fizz '],
  ["toUpper(' Fizz ')", ' FIZZ '],
  ["trim(' Fizz ')", 'Fizz'],
  ["split('one;two,three', createArray(',', ';'))", ['one', 'two', 'three']],
  ["join(createArray('abc', 123, true), '/')", 'abc/123/True'],
  ["replace('123-123-1234', '-', '')", '1231231234'],
  ["substring('foot', 0, 3)", 'foo'],
  ["substring('foot', 2)", 'ot'],
  ["padLeft('123', 10, '0')", '0000000123'],
  ["padLeft('00', 5, ' ')", '   00'],
  ["startsWith('abcdef', 'AB')", true],
  ["endsWith('abcdef', 'e')", false],
  ["like('Contoso-East', 'contoso*st')", true],
  // numbers and conversions
  ['div(8, 3)', 2],
  ['div(-7, 2)', -3],
  ['mod(7, 3)', 1],
  ['add(5, mul(2, 3))', 11],
  ["int('4')", 4],
  ["float('3.5')", 3.5],
  ["bool('true')", true],
  ['bool(0)', false],
  // comparison
  ["equals('a', 'A')", false],
  ["equals(createObject('a', 1, 'b', 2), createObject('b', 2, 'a', 1))", true],
  ['equals(createArray(1, 2), createArray(2, 1))', false],
  ["equals(1, '1')", false],
  ["greater('A', 'a')", true],
  ["less('demo', 'Demo')", true],
  ['lessOrEquals(3, 3)', true],
  ['not(equals(1, 2))', true],
  // encoding and addresses
  ["base64(' Fizz ')", 'IEZpenog'],
  ["base64ToString('IEZpenog')", ' Fizz '],
  ['base64ToJson(base64(\'{"one": "a"}\'))', { one: 'a' }],
  ["dataUri(' Fizz ')", 'data:text/plain;charset=utf-8;base64,IEZpenog'],
  ["dataUriToString('data:text/plain;charset=utf-8;base64,IEZpenog')", ' Fizz '],
  ["uriComponent(' Fizz ')", '%20Fizz%20'],
  ["uriComponentToString('%20Fizz%20')", ' Fizz '],
  ["uri('https://github.com/another/repo', '/Azure/bicep')", 'https://github.com/Azure/bicep'],
  // networks
  [
    "parseCidr('10.144.0.0/20')",
    {
      network: '10.144.0.0',
      netmask: '255.255.240.0',
      broadcast: '10.144.15.255',
      firstUsable: '10.144.0.1',
      lastUsable: '10.144.15.254',
      cidr: 20,
    },
  ],
  [
    "parseCidr('fdad:3236:5555::/48')",
    {
      network: 'fdad:3236:5555::',
      netmask: 'ffff:ffff:ffff::',
      firstUsable: 'fdad:3236:5555::',
      lastUsable: 'fdad:3236:5555:ffff:ffff:ffff:ffff:ffff',
      cidr: 48,
    },
  ],
  ["cidrSubnet('10.144.0.0/20', 24, 4)", '10.144.4.0/24'],
  ["cidrSubnet('fdad:3236:5555::/48', 52, 2)", 'fdad:3236:5555:2000::/52'],
  ["cidrHost('10.144.3.0/24', 0)", '10.144.3.1'],
  ["cidrHost('fdad:3236:5555:3000::/52', 4)", 'fdad:3236:5555:3000::5'],
  // dates
  ["dateTimeToEpoch('2023-05-02T15:16:13Z')", 1683040573],
  ['dateTimeFromEpoch(1683040573)', '2023-05-02T15:16:13Z'],
  ["dateTimeAdd('2020-04-07T14:53:14Z', 'P1DT2H', 'yyyy-MM-dd HH:mm')", '2020-04-08 16:53'],
  // lambdas
  ["map(createArray('a', 'b'), lambda('x', concat('Hi ', lambdaVariables('x'))))", ['Hi a', 'Hi b']],
  ["map(createArray('a', 'b'), lambda('x', 'i', lambdaVariables('i')))", [0, 1]],
  ["filter(range(0, 6), lambda('i', equals(mod(lambdaVariables('i'), 2), 0)))", [0, 2, 4]],
  ["reduce(range(1, 5), 1, lambda('cur', 'next', mul(lambdaVariables('cur'), lambdaVariables('next'))))", 120],
  [
    "sort(createArray(8, 3, 10, -13, 5), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))",
    [-13, 3, 5, 8, 10],
  ],
  [
    "toObject(createArray(1, 2), lambda('i', string(lambdaVariables('i'))), lambda('i', mul(lambdaVariables('i'), 2)))",
    { '1': 2, '2': 4 },
  ],
  ["groupBy(createArray('ab', 'ac', 'b'), lambda('s', first(lambdaVariables('s'))))", { a: ['ab', 'ac'], b: ['b'] }],
  ["mapValues(createObject('a', 123), lambda('v', mul(lambdaVariables('v'), 2)))", { a: 246 }],
  // choices
  ["if(true, 'a', fail('never'))", 'a'],
  ["coalesce(null(), json('null'), 'x')", 'x'],
];

describe('function library', () => {
  test.each(documented)('%s', (expression, expected) => {
    const { plain, session } = evaluate(`[${expression}]`);
    expect(plain).toEqual(expected);
    expect(session.problems).toEqual([]);
  });

  test('has every function of the documentation', () => {
    expect(functionNames().length).toBeGreaterThan(110);
  });

  test.each([
    ["nonsense('a')", 'the function nonsense is not known'],
    ["substring('abc')", undefined],
    ["toLower('a', 'b')", 'toLower does not take 2 operands'],
    ["substring('abc', 2, 9)", "substring('abc', 2, 9) can't be computed from these operands"],
    ['div(1, 0)', "div(1, 0) can't be computed from these operands"],
    ['range(0, 1000000)', 'range of 1000000 numbers: at most 10000 are allowed'],
    ["constructor('a')", 'the function constructor is not known'],
  ])('%s gives a problem, never an exception', (expression, message) => {
    const { value, session } = evaluate(`[${expression}]`);
    if (message === undefined) return;
    expect(value.kind).toBe('undetermined');
    expect(session.problems).toEqual([{ path: 'template.json', line: 1, message }]);
  });
});
