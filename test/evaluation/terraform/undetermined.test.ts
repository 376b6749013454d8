import type { Undetermined, Value } from '../../../src/syntax/value.js';
import { referenceOf } from '../../../src/evaluation/terraform/references.js';
import { plain, valueOf, type Texts } from './support.js';

const texts: Texts = {
  'main.tf': `
variable "s" { type = string }
variable "b" { type = bool }
variable "l" { type = list(string) }
variable "o" { type = any }
locals {
  choice = var.b ? "a" : "b"
  either = var.b ? { k = 1, x = 1 } : { k = 1, x = 2 }
}
resource "azurerm_resource_group" "rg" {
  name     = "rg"
  location = "West Europe"
}
resource "azurerm_subnet" "one" {
  name = "one"
  delegation { name = "d" }
}
resource "azurerm_subnet" "many" {
  for_each = { a = "10.0.0.0/24", b = "10.0.1.0/24" }
  name     = each.key
  prefixes = [each.value]
}
resource "azurerm_subnet" "maybe" {
  count = var.b ? 1 : 0
  name  = "maybe"
}
data "azurerm_subnet" "d" { name = "given" }
`,
};

function open(expression: string): Undetermined {
  const value: Value = valueOf(expression, texts);
  if (value.kind !== 'undetermined') throw new Error(`it is decided: ${JSON.stringify(plain(value))}`);
  return value;
}

test.each<[string, string, string[]]>([
  ['var.s', 'var.s', ['var.s']],
  ['var.o.a.b', 'var.o.a.b', ['var.o']],
  ['var.o["a"][0]', 'var.o["a"][0]', ['var.o']],
  ['terraform.workspace', 'terraform.workspace', ['terraform.workspace']],
  ['path.cwd', 'path.cwd', ['path.cwd']],
  ['azurerm_subnet.one.id', 'azurerm_subnet.one.id', ['azurerm_subnet.one.id']],
  ['azurerm_subnet.many["a"].id', 'azurerm_subnet.many["a"].id', ['azurerm_subnet.many["a"].id']],
  ['azurerm_subnet.maybe[0].id', 'azurerm_subnet.maybe[0].id', ['azurerm_subnet.maybe[0].id']],
  ['data.azurerm_subnet.d.id', 'data.azurerm_subnet.d.id', ['data.azurerm_subnet.d']],
  ['upper(var.s)', 'upper(var.s)', ['var.s']],
  ['var.s == var.o.x', 'var.s == var.o.x', ['var.s', 'var.o']],
  ['try(var.o.x, "d")', 'try(var.o.x, "d")', ['var.o']],
  ['[for x in var.l : x]', '[for x in var.l : x]', ['var.l']],
  ['length(var.l) > 0', 'length(var.l) > 0', ['var.l']],
  ['provider::azurerm::normalise_resource_id("x")', 'provider::azurerm::normalise_resource_id("x")', []],
])('%s waits', (expression, text, waitsFor) => {
  expect(open(expression)).toMatchObject({ expression: text, waitsFor });
});

describe('what is decided all the same', () => {
  test.each<[string, unknown]>([
    ['var.b && false', false],
    ['false && var.b', false],
    ['var.b || true', true],
    ['var.b ? 1 : 1', 1],
    ['var.b ? azurerm_subnet.one.id : azurerm_subnet.one.id', '?azurerm_subnet.one.id'],
    ['local.choice == "c"', false],
    ['local.choice != ""', true],
    ['length(local.choice)', 1],
    ['local.either.k', 1],
    ['azurerm_subnet.one.id == null', false],
    ['azurerm_subnet.one.id != null ? "yes" : "no"', 'yes'],
    ['"${var.s}-x" == null', false],
    ['azurerm_subnet.one.name', 'one'],
    ['azurerm_resource_group.rg.location', 'westeurope'],
    ['data.azurerm_subnet.d.name', 'given'],
    ['azurerm_subnet.one.delegation[0].name', 'd'],
    ['azurerm_subnet.many["b"].prefixes[0]', '10.0.1.0/24'],
    ['azurerm_subnet.many["b"].name', 'b'],
    ['keys(azurerm_subnet.many)', ['a', 'b']],
    ['values(azurerm_subnet.many)[*].name', ['a', 'b']],
    ['[for s in azurerm_subnet.many : s.id]', ['?azurerm_subnet.many["a"].id', '?azurerm_subnet.many["b"].id']],
    ['{ for k, s in azurerm_subnet.many : k => s.id }["a"]', '?azurerm_subnet.many["a"].id'],
    ['coalesce(azurerm_subnet.one.id, "x")', '?azurerm_subnet.one.id'],
    ['try(azurerm_subnet.one.id, "x")', '?azurerm_subnet.one.id'],
    ['can(azurerm_subnet.one.id)', true],
    ['alltrue([var.b, false])', false],
    ['anytrue([var.b, true])', true],
    ['contains(["a", var.s], "a")', true],
    ['concat(["a"], var.l)', ['a', '*concat(["a"], var.l)']],
    ['concat(["a"], var.l)[*]', ['a', '*concat(["a"], var.l)[*]']],
    ['merge({ a = 1 }, var.o)', { a: '?merge({ a = 1 }, var.o).a', '*': 'merge({ a = 1 }, var.o)' }],
    ['merge(var.o, { a = 1 }).a', 1],
    ['merge(var.o, { a = 1 }).b', '?merge(var.o, { a = 1 }).b'],
    ['compact(["a", "${var.s}-x", ""])', ['a', '?"${var.s}-x"']],
    ['flatten([["a"], [azurerm_subnet.one.id]])', ['a', '*flatten([["a"], [azurerm_subnet.one.id]])']],
    ['lookup({ a = var.s }, "a", "d")', '?var.s'],
    ['jsondecode(jsonencode({ a = var.s })).a', '?var.s'],
    ['{ (var.s) = 1, b = 2 }', { b: 2, '*': '(var.s)' }],
    ['[for x in ["a", "b"] : x if var.s == x]', ['*var.s == x']],
  ])('%s', (expression, wanted) => {
    expect(plain(valueOf(expression, texts))).toEqual(wanted);
  });
});

describe('choices', () => {
  test.each<[string, unknown[]]>([
    ['local.choice', ['a', 'b']],
    ['upper(local.choice)', ['A', 'B']],
    ['"x-${local.choice}"', ['x-a', 'x-b']],
    ['local.either.x + 1', [2, 3]],
    ['var.b ? local.choice : "c"', ['a', 'b', 'c']],
    ['var.b ? azurerm_subnet.one.id : null', ['?azurerm_subnet.one.id', null]],
    ['one(azurerm_subnet.maybe[*].name)', [null, 'maybe']],
    ['try(azurerm_subnet.maybe[0].name, "none")', ['maybe', 'none']],
    ['merge({ a = 1 }, var.b ? { a = 2 } : {}).a', [2, 1]],
    ['coalesce(var.b ? "x" : null, "y")', ['x', 'y']],
    ['var.b ? [] : [1]', [[], [1]]],
  ])('%s', (expression, candidates) => {
    expect(open(expression).candidates?.map(plain)).toEqual(candidates);
  });

  test('an open branch that can not be evaluated leaves everything open', () => {
    expect(open('var.b ? {}.a : 1').candidates).toBeUndefined();
  });
});

test.each<[string, (string | null)[]]>([
  ['"${var.s}/32"', [null, '/32']],
  ['"a-${var.s}-${"b"}-${var.o.x}"', ['a-', null, '-b-', null]],
  ['"x${"${var.s}/32"}y"', ['x', null, '/32', 'y']],
  ['format("%s/%s", var.s, "24")', [null, '/', '24']],
  ['join("-", ["a", var.s])', ['a', '-', null]],
])('%s keeps its known parts', (expression, parts) => {
  expect(open(expression).parts).toEqual(parts);
});

describe('references', () => {
  test.each([
    ['azurerm_subnet.one.id', { address: 'azurerm_subnet.one', path: 'id', isData: false }],
    ['azurerm_subnet.many["a"].id', { address: 'azurerm_subnet.many["a"]', path: 'id', isData: false }],
    ['data.azurerm_subnet.d.id', { address: 'data.azurerm_subnet.d', path: 'id', isData: true }],
    ['azurerm_subnet.one.a[0].b', { address: 'azurerm_subnet.one', path: 'a[0].b', isData: false }],
    ['"${azurerm_subnet.one.id}"', { address: 'azurerm_subnet.one', path: 'id', isData: false }],
  ])('%s', (expression, wanted) => {
    expect(referenceOf(valueOf(expression, texts))).toEqual(wanted);
  });

  test.each(['var.s', 'var.o.id', '"${azurerm_subnet.one.id}/x"', 'lower(azurerm_subnet.one.id)', '"x"'])(
    '%s is none',
    (expression) => {
      expect(referenceOf(valueOf(expression, texts))).toBeUndefined();
    },
  );
});
