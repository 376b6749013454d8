/** The function library of Azure Resource Manager, which ARM templates and Bicep share, and how it is called. */
import { isNull, undetermined } from '../../../syntax/value.js';
import type { Span } from '../../../syntax/source.js';
import type { Value } from '../../../syntax/value.js';
import { oneOf } from '../choice.js';
import { computed, open, renderCall, waiting } from '../inspect.js';
import { isSymbolic, opaque } from '../partial.js';
import type { Scope } from '../scope.js';
import type { Session } from '../session.js';
import { arrayFunctions } from './array.js';
import { cidrFunctions } from './cidr.js';
import { comparisonFunctions } from './comparison.js';
import { dateFunctions } from './date.js';
import { deploymentFunctions, listAction } from './deployment.js';
import { encodingFunctions } from './encoding.js';
import type { Argument, Call, Family, TemplateFunction } from './function.js';
import { lambdaFunctions } from './lambda.js';
import { numericFunctions } from './numeric.js';
import { objectFunctions } from './object.js';
import { resourceFunctions } from './resource.js';
import { stringFunctions } from './string.js';

const library: Family = {
  ...arrayFunctions,
  ...objectFunctions,
  ...stringFunctions,
  ...numericFunctions,
  ...comparisonFunctions,
  ...encodingFunctions,
  ...cidrFunctions,
  ...dateFunctions,
  ...resourceFunctions,
  ...deploymentFunctions,
};

const mostCombinations = 32;

export interface CallSite {
  readonly span: Span;
  readonly session: Session;
  readonly scope: Scope;
}

/** Names of the library, in lower case; those of lambdas included. */
export function functionNames(): readonly string[] {
  return [...Object.keys(library), ...Object.keys(lambdaFunctions)];
}

/**
 * Calls a function of the library. The result is undetermined, and says what for, when operands are open, when they do
 * not fit, or when there is no such function; the latter two are problems, too.
 */
export function callFunction(name: string, operands: readonly Argument[], site: CallSite): Value {
  const values = operands.filter((operand) => operand.kind !== 'lambda');
  const call: Call = {
    name,
    span: site.span,
    origin: computed(site.span, values),
    session: site.session,
    scope: site.scope,
  };
  const key = name.toLowerCase();
  const withLambda = Object.hasOwn(lambdaFunctions, key) ? lambdaFunctions[key] : undefined;
  if (withLambda) {
    const [first] = operands;
    if (first?.kind === 'undetermined' && first.candidates) {
      const results = first.candidates.map((each) => callFunction(name, [each, ...operands.slice(1)], site));
      return oneOf(results, renderCall(name, values), waiting([first]), values, site.span);
    }
    return withLambda.applyLambda(operands, call) ?? unknown(call, values);
  }
  const found = Object.hasOwn(library, key) ? library[key] : undefined;
  if (!found) {
    if (key.startsWith('list')) return listAction(name, values, call);
    site.session.problem(site.span, `the function ${name} is not known`);
    return undetermined(renderCall(name, values), [`${name}()`], call.origin);
  }
  const [fewest, most] = found.arity;
  if (values.length < fewest || values.length > most) {
    site.session.problem(site.span, `${name} does not take ${values.length} operands`);
    return undetermined(renderCall(name, values), [`${name}()`], call.origin);
  }
  return apply(found, values, call, site);
}

function apply(found: TemplateFunction, values: readonly Value[], call: Call, site: CallSite): Value {
  if (found.characters && values.some(hasPlaceholder)) {
    const expression = renderCall(call.name, values);
    return opaque(expression, [expression], call.origin);
  }
  if (!call.session.spend(textLength(values) >> 6, call.span)) return unknown(call, values);
  if (found.partial || values.every((value) => value.kind !== 'undetermined')) {
    const result = found.apply(values, call);
    if (result) return result;
  }
  return spread(call, values, site) ?? unknown(call, values);
}

/** An open operand that is a choice makes the result one: of what each combination gives. */
function spread(call: Call, values: readonly Value[], site: CallSite): Value | undefined {
  const choices = values.map((value) => (value.kind === 'undetermined' ? value.candidates : [value]));
  if (choices.every((choice, index) => choice?.[0] === values[index])) return undefined;
  let combinations: readonly (readonly Value[])[] = [[]];
  for (const choice of choices) {
    if (!choice || combinations.length * choice.length > mostCombinations) return undefined;
    combinations = combinations.flatMap((head) => choice.map((value) => [...head, value]));
  }
  if (!site.session.spend(combinations.length, site.span)) return undefined;
  const results = combinations.map((combination) => callFunction(call.name, combination, site));
  return oneOf(results, renderCall(call.name, values), waiting(values), values, site.span);
}

function unknown(call: Call, values: readonly Value[]): Value {
  const expression = renderCall(call.name, values);
  const waitsFor = waiting(values);
  if (isMistake(values) && call.session.spend(0, call.span)) {
    call.session.problem(call.span, `${expression.slice(0, 200)} can't be computed from these operands`);
  }
  return undetermined(expression, waitsFor.length > 0 ? waitsFor : [expression], call.origin);
}

/** Long texts and lists cost more than short ones. */
function textLength(values: readonly Value[]): number {
  return values.reduce((sum, value) => {
    if (value.kind === 'list') return sum + 16 * value.items.length;
    return sum + (value.kind === 'scalar' && typeof value.value === 'string' ? value.value.length : 0);
  }, 0);
}

/** Null where a text is wanted mostly comes from a branch that an open condition keeps from being left out. */
function isMistake(values: readonly Value[]): boolean {
  return open(values).length === 0 && !values.some((value) => isNull(value) || hasPlaceholder(value));
}

function hasPlaceholder(value: Value): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string' && isSymbolic(value.value);
}
