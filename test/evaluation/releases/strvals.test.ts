import { assign, assignmentsIn, pathOf } from '../../../src/evaluation/releases/strvals.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { literal, mapping } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';
import { plain } from './plain.js';

const origin = literal({ file: new SourceFile('a.sh', ''), start: 0, end: 0 });

function set(text: string, typing: 'typed' | 'string' = 'typed'): unknown {
  const found = assignmentsIn(text, typing, origin);
  return found && plain(found.reduce<Value>((values, each) => assign(values, each), mapping([], origin)));
}

// What `helm template --set` of Helm 3 makes of them.
test.each<[string, unknown]>([
  ['a=b', { a: 'b' }],
  ['a.b=c,a.d=e', { a: { b: 'c', d: 'e' } }],
  ['a=true', { a: true }],
  ['a=TRUE', { a: true }],
  ['a="true"', { a: '"true"' }],
  ['a=null', { a: null }],
  ['a=80', { a: 80 }],
  ['a=080', { a: '080' }],
  ['a=0', { a: 0 }],
  ['a=1.5', { a: '1.5' }],
  ['a=', { a: '' }],
  ['a={b,c}', { a: ['b', 'c'] }],
  ['a={}', { a: [] }],
  ['a[0].b=c', { a: [{ b: 'c' }] }],
  ['a[1]=c', { a: [null, 'c'] }],
  ['a\\.b/c=d', { 'a.b/c': 'd' }],
  ['a.b/c=d', { a: { 'b/c': 'd' } }],
  ['a=b\\,c', { a: 'b,c' }],
  ['a=b=c', { a: 'b=c' }],
])('%s', (text, expected) => {
  expect(set(text)).toEqual(expected);
});

test('as texts', () => {
  expect(set('a=true,b=80', 'string')).toEqual({ a: 'true', b: '80' });
});

test.each(['a', '=b', 'a[x]=b', 'a[-1]=b', 'a={b', 'a[99999999]=b', `${'a.'.repeat(40)}b=c`])('refuses %s', (text) => {
  expect(set(text)).toBeUndefined();
});

test('what follows an escape is no separator', () => {
  expect(pathOf('service.annotations.service\\.beta\\.kubernetes\\.io/x')).toEqual([
    'service',
    'annotations',
    'service.beta.kubernetes.io/x',
  ]);
});
