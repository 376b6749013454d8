/** The action's inputs, validated all at once: a person fixes a workflow in one go. */
import type { FailOn } from '../comparison/gate.js';
import type { Dimension } from '../scoring/ladder.js';
import { dimensions } from '../scoring/ladder.js';
import { UserError } from './errors.js';

export type CommentMode = 'inline' | 'summary' | 'off';
export type RenderMode = 'auto' | 'off';

export interface Inputs {
  readonly token: string;
  /** Path of the configuration file, relative to the repository root. */
  readonly config: string;
  readonly failOn: FailOn;
  readonly minimumScores: Readonly<Partial<Record<Dimension, number>>>;
  readonly comment: CommentMode;
  /** Empty: no check run. */
  readonly checkName: string;
  /** Context of a commit status; empty: none. */
  readonly statusContext: string;
  /** What reading and publishing may take together. */
  readonly timeoutMinutes: number;
  /** Empty: no file. */
  readonly sarifFile: string;
  readonly reportFile: string;
  /** Glob patterns; empty: everything. */
  readonly paths: readonly string[];
  readonly base: string;
  readonly head: string;
  /** Undefined when the workflow does not say: then it depends on the event. */
  readonly render: RenderMode | undefined;
}

export const defaultCheckName = 'AKS privacy';
export const defaultConfig = '.github/aks-privacy.yml';
const defaultTimeout = '10';
/** A job ends after six hours by itself. */
const longestTimeout = 360;

const failOns: readonly FailOn[] = ['regression', 'warning', 'error', 'never'];
const commentModes: readonly CommentMode[] = ['inline', 'summary', 'off'];
const renderModes: readonly RenderMode[] = ['auto', 'off'];

/**
 * @param get trimmed text of an input; undefined when the runner does not pass it at all
 * @throws UserError that names everything that is wrong
 */
export function readInputs(get: (name: string) => string | undefined): Inputs {
  const problems: string[] = [];
  const given = (name: string, fallback = ''): string => {
    const value = get(name) ?? '';
    return value === '' ? fallback : value;
  };
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = given(name);
    if (value === '') return undefined;
    const found = allowed.find((candidate) => candidate === value.toLowerCase());
    if (found === undefined) problems.push(`${name} is ${quote(value)}, but must be ${oneOf(allowed)}`);
    return found;
  };
  const inputs: Inputs = {
    token: given('github-token'),
    config: given('config', defaultConfig).replace(/^\.\//, ''),
    failOn: choice('fail-on', failOns) ?? 'regression',
    minimumScores: minimumScores(given, problems),
    comment: choice('comment', commentModes) ?? 'inline',
    // An empty name is an answer here: no check run.
    checkName: get('check-name') ?? defaultCheckName,
    statusContext: given('status-context'),
    timeoutMinutes: minutes(given('timeout-minutes', defaultTimeout), problems),
    sarifFile: given('sarif-file'),
    reportFile: given('report-file'),
    paths: patterns(given('paths')),
    base: given('base'),
    head: given('head'),
    render: choice('render', renderModes),
  };
  if (inputs.token === '') problems.push('github-token is empty; leave it out to use the token of the workflow');
  if (leavesTree(inputs.config))
    problems.push(`config is ${quote(inputs.config)}, but must be a path in the repository`);
  for (const name of ['base', 'head'] as const) {
    if (/^-|[\s~^:?*[\\]|\.\./.test(inputs[name])) {
      problems.push(`${name} is ${quote(inputs[name])}, but must be a branch, tag or commit`);
    }
  }
  if (problems.length > 0) {
    throw new UserError(`Wrong ${problems.length === 1 ? 'input' : 'inputs'}: ${problems.join('; ')}.`);
  }
  return inputs;
}

function minimumScores(given: (name: string) => string, problems: string[]): Inputs['minimumScores'] {
  const found: Partial<Record<Dimension, number>> = {};
  for (const dimension of dimensions) {
    const name = `minimum-${dimension}-score`;
    const value = given(name);
    if (value === '') continue;
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
    if (number >= 0 && number <= 100) found[dimension] = number;
    else problems.push(`${name} is ${quote(value)}, but must be a number from 0 to 100`);
  }
  return found;
}

function minutes(value: string, problems: string[]): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (number > 0 && number <= longestTimeout) return number;
  problems.push(`timeout-minutes is ${quote(value)}, but must be a number above 0 and up to ${String(longestTimeout)}`);
  return Number(defaultTimeout);
}

/** One pattern a line, or several on one line with commas; braces keep their commas: `**\/*.{tf,tfvars}`. */
function patterns(text: string): readonly string[] {
  return text
    .split(/\r?\n|,(?![^{\n]*\})/)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
}

function leavesTree(path: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..');
}

function quote(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

function oneOf(allowed: readonly string[]): string {
  return `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}`;
}
