/** Templates: strings with interpolations and directives. */
import type { HclTemplate, HclTemplateFor, HclTemplateIf, HclTemplatePart } from '../../syntax/hcl/ast.js';
import { scalar, type Value } from '../../syntax/value.js';
import { withDocument } from './encoded.js';
import { elementsOf } from './elements.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { attemptAll, choice, decidedCandidates } from './lift.js';
import { truth } from './operators.js';
import { toText } from './primitives.js';
import { withName, type Scope } from './scope.js';
import { boundText, spend } from './session.js';
import { computed, open, sourceOf, spanOf } from './values.js';
import { objectInTemplate } from './written-documents.js';

/** What a template was put together from: its texts, and the open values between them. */
interface Pieces {
  readonly texts: (string | Value)[];
  readonly operands: Value[];
}

/** A single interpolation keeps its value as it is; everything else becomes text. */
export function evaluateTemplate(expression: HclTemplate, scope: Scope): Value {
  const [only, another] = expression.parts;
  if (only?.kind === 'interpolation' && !another) return evaluate(only.expression, scope);
  const pieces: Pieces = { texts: [], operands: [] };
  addParts(expression.parts, scope, pieces);
  const span = spanOf(scope.file, expression);
  const text = joinPieces(pieces, sourceOf(scope.file, expression), span);
  const document = objectInTemplate(expression, scope.file, (part) => evaluate(part.expression, scope));
  return document ? withDocument(text, document) : text;
}

function joinPieces({ texts, operands }: Pieces, source: string, span: ReturnType<typeof spanOf>): Value {
  const origin = computed(span, operands);
  const holes = texts.filter((text) => typeof text !== 'string');
  const join = (fill: (hole: Value) => string): string =>
    boundText(texts.map((text) => (typeof text === 'string' ? text : fill(text))).join(''));
  const [hole, another] = holes;
  if (!hole)
    return scalar(
      join(() => ''),
      origin,
    );
  const candidates = hole.kind === 'undetermined' && !another ? decidedCandidates(hole) : undefined;
  if (candidates) {
    const results = attemptAll(candidates, (candidate) =>
      scalar(
        join(() => textOf(candidate)),
        origin,
      ),
    );
    return choice(results, source, span, operands);
  }
  return open(source, span, operands, undefined, texts.flatMap(partsOf));
}

/** The parts of an open text that is put into another one are parts of that one. */
function partsOf(piece: string | Value): readonly (string | null)[] {
  if (typeof piece === 'string') return [piece];
  return piece.kind === 'undetermined' && piece.parts ? piece.parts : [null];
}

function addParts(parts: readonly HclTemplatePart[], scope: Scope, pieces: Pieces): void {
  for (const part of parts) {
    spend(scope.session, spanOf(scope.file, part));
    switch (part.kind) {
      case 'text':
        addText(pieces, part.value);
        spend(scope.session, spanOf(scope.file, part), part.value.length / 128);
        break;
      case 'interpolation':
        addValue(pieces, evaluate(part.expression, scope));
        break;
      case 'if':
        addIf(part, scope, pieces);
        break;
      case 'for':
        addFor(part, scope, pieces);
    }
  }
}

function addText(pieces: Pieces, text: string): void {
  if (text === '') return;
  const last = pieces.texts.at(-1);
  if (typeof last === 'string') pieces.texts[pieces.texts.length - 1] = boundText(last + text);
  else pieces.texts.push(text);
}

function addValue(pieces: Pieces, value: Value): void {
  pieces.operands.push(value);
  if (value.kind === 'undetermined') pieces.texts.push(value);
  else addText(pieces, textOf(value));
}

function textOf(value: Value): string {
  if (value.kind !== 'scalar') throw new Fault('a list or object can not be put into a string');
  return toText(value.value);
}

function addIf(part: HclTemplateIf, scope: Scope, pieces: Pieces): void {
  const condition = evaluate(part.condition, scope);
  const decided = truth(condition);
  if (decided === undefined) pieces.texts.push(condition);
  pieces.operands.push(condition);
  if (decided !== undefined) addParts(decided ? part.then : part.otherwise, scope, pieces);
}

function addFor(part: HclTemplateFor, scope: Scope, pieces: Pieces): void {
  const collection = evaluate(part.collection, scope);
  const { elements, rest } = elementsOf(collection);
  pieces.operands.push(collection);
  for (const { key, value } of elements) {
    const named = withName(scope, part.value, value);
    addParts(part.parts, part.key === undefined ? named : withName(named, part.key, key), pieces);
  }
  if (rest) pieces.texts.push(rest);
}
