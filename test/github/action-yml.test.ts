/** Holds action.yml against the code: what is promised there is read or written here, and the other way round. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { readInputs } from '../../src/github/inputs.js';
import { outputsOf } from '../../src/github/publish/outputs.js';
import { report } from '../report/sample.js';

interface Described {
  readonly description: string;
  readonly default?: string;
}

const action = load(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: { readonly using: string; readonly main: string };
};

function askedFor(values: Readonly<Record<string, string>>): readonly string[] {
  const asked = new Set<string>();
  readInputs((name) => {
    asked.add(name);
    return values[name];
  });
  return [...asked].sort();
}

test('every input is read, and no other', () => {
  expect(askedFor({ 'github-token': 't' })).toEqual(Object.keys(action.inputs).sort());
});

test('an input that is not passed has the default of action.yml', () => {
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const read = (values: Readonly<Record<string, string | undefined>>): unknown => readInputs((name) => values[name]);
  expect(read({ 'github-token': 't' })).toEqual(read({ ...defaults, 'github-token': 't' }));
});

test('every output is written, and no other', () => {
  const written = [...Object.keys(outputsOf(report())), 'report', 'sarif'];
  expect(written.sort()).toEqual(Object.keys(action.outputs).sort());
});

test.each(Object.entries({ ...action.inputs, ...action.outputs }))(
  '%s is described in one sentence',
  (_name, input) => {
    expect(input.description).toMatch(/^[A-Z][^.]*(?:\.[a-z/][^.]*)*\.$/);
  },
);

test('runners with Node 24 run the bundle', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
});
