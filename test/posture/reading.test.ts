import type { Fact } from '../../src/posture/fact.js';
import { kubernetes, resourceManager, terraform } from '../../src/posture/reading/dialect.js';
import type { Dialect } from '../../src/posture/reading/dialect.js';
import { booleanAt, presenceAt, textAt, textsAt } from '../../src/posture/reading/facts.js';
import type { Scope } from '../../src/posture/reading/scope.js';
import { scopeOf } from '../../src/posture/reading/scope.js';
import type { Plain } from '../../src/syntax/edit.js';
import { locate } from '../../src/syntax/source.js';
import { declare } from '../support/resources.js';

function scope(body: Plain, dialect: Dialect = resourceManager): Scope {
  return scopeOf(declare({ type: 't', body }), dialect);
}

function lineOf(fact: Fact<unknown>): number {
  return locate(fact.origin.span).startLine;
}

describe('a switch', () => {
  const at = (body: Plain, dialect?: Dialect): Fact<boolean> =>
    booleanAt(scope(body, dialect), ['profile', 'on'], true);

  test('that is written is known, with its place and its words', () => {
    const fact = at({ profile: { on: false } });
    expect(fact).toMatchObject({ known: true, value: false, byDefault: false, name: 'profile.on' });
    expect(lineOf(fact)).toBe(3);
  });

  test.each([
    ['the property', { profile: {} }],
    ['the object', {}],
  ])('is its default at the heading where %s is absent', (_, body) => {
    const fact = at(body);
    expect(fact).toMatchObject({ known: true, value: true, byDefault: true });
    expect(lineOf(fact)).toBe(1);
  });

  test('is its default at the null that stands for it', () => {
    const fact = at({ name: 'aks', profile: { on: null } });
    expect(fact).toMatchObject({ value: true, byDefault: true });
    expect(lineOf(fact)).toBe(4);
  });

  test.each([
    ['ARM', 'true', undefined],
    ['Kubernetes', 'true', undefined],
    ['Terraform', 'true', true],
    ['Terraform', '0', false],
    ['Terraform', 'True', undefined],
    ['Terraform', 1, undefined],
  ] as const)('in %s written as %j is %s', (dialect, written, value) => {
    const dialects = { ARM: resourceManager, Kubernetes: kubernetes, Terraform: terraform };
    const fact = at({ profile: { on: written } }, dialects[dialect]);
    expect(fact.known ? fact.value : undefined).toBe(value);
    if (!fact.known) expect(fact.expression).toBe(`${JSON.stringify(written)} where true or false is wanted`);
  });

  test('that waits for a parameter says so', () => {
    expect(at({ profile: { on: { $open: 'param on' } } })).toMatchObject({
      known: false,
      expression: 'param on',
      dependsOn: ['param on'],
    });
  });

  test('inside an object that waits for a parameter waits with it', () => {
    expect(at({ profile: { $open: 'param profile' } })).toMatchObject({
      known: false,
      expression: 'param profile.on',
      dependsOn: ['param profile'],
    });
  });

  test('that an open merge may set is open', () => {
    expect(at({ profile: { other: 1, $rest: 'param extra' } })).toMatchObject({
      known: false,
      dependsOn: ['param extra'],
    });
  });
});

describe('an open choice', () => {
  const at = (profile: Plain): Fact<boolean> => booleanAt(scope({ profile }), ['profile', 'on'], true);
  const candidates = (fact: Fact<boolean>): readonly (readonly [boolean, boolean])[] | undefined =>
    fact.known ? undefined : fact.candidates?.map(({ value, byDefault }) => [value, byDefault]);

  test('of values has them as candidates', () => {
    const fact = at({ on: { $open: 'param x ? true : false', candidates: [true, false] } });
    expect(candidates(fact)).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  test('of objects has the default where one lacks the property or is null', () => {
    const fact = at({ $open: 'param x', candidates: [{ on: false }, {}, null] });
    expect(candidates(fact)).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
  });

  test('inside a choice is part of it', () => {
    const fact = at({ on: { $open: 'a', candidates: [true, { $open: 'b', candidates: [false, null] }] } });
    expect(candidates(fact)).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ]);
  });

  test.each([
    ['waits for something', { $open: 'b' }],
    ['has the wrong type', 'yes'],
  ])('of which one %s has no candidates', (_, second) => {
    expect(candidates(at({ on: { $open: 'a', candidates: [true, second] } }))).toBeUndefined();
  });
});

test('choices below choices are followed a few levels deep, and left open below', () => {
  const nested = (depth: number): Plain =>
    depth === 0 ? true : { $open: `x${depth}`, candidates: [{ a: nested(depth - 1) }, { a: nested(depth - 1) }] };
  const at = (depth: number): Fact<boolean> =>
    booleanAt(
      scope({ a: nested(depth) }),
      Array.from({ length: depth + 1 }, () => 'a'),
      false,
    );
  const [shallow, deep] = [at(3), at(8)];
  expect(!shallow.known && shallow.candidates?.length).toBe(8);
  expect(deep).toMatchObject({ known: false, dependsOn: ['x8'] });
  expect(!deep.known && deep.candidates).toBeUndefined();
});

describe('names of properties', () => {
  test('are read in any case in ARM', () => {
    const fact = booleanAt(scope({ Profile: { ON: false } }), ['profile', 'on'], true);
    expect(fact).toMatchObject({ value: false });
  });

  test('are read to the letter elsewhere', () => {
    expect(booleanAt(scope({ On: false }, terraform), ['on'], true)).toMatchObject({ value: true, byDefault: true });
  });
});

describe('a block', () => {
  const read = (block: Plain): readonly [Fact<boolean>, Fact<string>] => {
    const at = scope({ block }, terraform);
    return [presenceAt(at, ['block']), textAt(at, ['block', 'name'], 'none')];
  };

  test('is read through the list that it arrives in', () => {
    const [presence, name] = read([{ name: 'x' }]);
    expect(presence).toMatchObject({ value: true });
    expect(name).toMatchObject({ value: 'x', name: 'block.name' });
  });

  test('that is not there leaves its arguments at their defaults', () => {
    const [presence, name] = read([]);
    expect(presence).toMatchObject({ value: false });
    expect(name).toMatchObject({ value: 'none', byDefault: true });
  });

  test('that may be there is open, with its arguments', () => {
    const [presence, name] = read([{ $rest: 'var.blocks' }]);
    expect(presence).toMatchObject({ known: false, dependsOn: ['var.blocks'] });
    expect(name).toMatchObject({ known: false, dependsOn: ['var.blocks'] });
  });
});

describe('texts', () => {
  test('in a list are facts of their own; what may follow is one more', () => {
    const fact = textsAt(scope({ ranges: ['10.0.0.0/8', null, { $open: 'param ip' }, { $rest: 'param more' }] }), [
      'ranges',
    ]);
    expect(fact.known && fact.value.map((each) => (each.known ? each.value : each.expression))).toEqual([
      '10.0.0.0/8',
      'param ip',
      'param more',
    ]);
  });

  test('keep the decided parts of an interpolation', () => {
    const ip = { $open: '${ip}/32', parts: [null, '/32'] };
    const fact = textsAt(scope({ ranges: [ip] }), ['ranges']);
    expect(fact.known && fact.value[0]).toMatchObject({ known: false, parts: [null, '/32'] });
  });

  test.each([
    [terraform, { value: '8' }],
    [resourceManager, { known: false, expression: '8 where a text is wanted' }],
  ])('are made of numbers by Terraform only', (dialect, expected) => {
    expect(textAt(scope({ name: 8 }, dialect), ['name'], '')).toMatchObject(expected);
  });

  test('written as something else are refused', () => {
    expect(textAt(scope({ name: {} }), ['name'], '')).toMatchObject({ expression: 'an object where a text is wanted' });
    expect(textsAt(scope({ name: 'x' }), ['name'])).toMatchObject({ expression: '"x" where a list is wanted' });
    expect(textsAt(scope({ name: 'x'.repeat(99) }), ['name'])).toMatchObject({
      expression: `"${'x'.repeat(57)}…" where a list is wanted`,
    });
  });
});
