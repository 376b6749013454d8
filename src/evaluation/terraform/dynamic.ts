/** `dynamic "type" { for_each … content { … } }` */
import type { HclBlock } from '../../syntax/hcl/ast.js';
import { isNull, undetermined, type Origin, type Undetermined, type Value } from '../../syntax/value.js';
import { evaluateBlock } from './blocks.js';
import { elementsOf, type Element } from './elements.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { argumentOf } from './layers.js';
import { decidedCandidates } from './lift.js';
import { guarded } from './module.js';
import { record } from './names.js';
import { withName, type Scope } from './scope.js';
import { open, sourceOf, spanOf } from './values.js';

export interface Expanded {
  readonly items: readonly Value[];
  /** Present when there may be more blocks. Its candidates are what a further block can be. */
  readonly rest: Undetermined | undefined;
  /** What decides how many there are. */
  readonly from: readonly Origin[];
}

export function expandDynamic(type: string, block: HclBlock, scope: Scope): Expanded {
  const body = { layers: [block.body] };
  const forEach = argumentOf(body, 'for_each');
  const content = block.body.blocks.find((inner) => inner.type.text === 'content');
  if (!forEach || !content) return { items: [], rest: undefined, from: [] };
  const iterator = argumentOf(body, 'iterator')?.expression;
  const name = iterator?.kind === 'variable' ? iterator.name : type;
  const span = spanOf(forEach.file, forEach.expression);
  const collection = guarded(scope.session, `dynamic "${type}"`, sourceOf(forEach.file, forEach.expression), span, () =>
    evaluate(forEach.expression, scope),
  );
  const make = ({ key, value }: Element): Value =>
    evaluateBlock(type, content, content, withName(scope, name, record({ key, value }, span)));
  const from = [collection.origin];
  if (collection.kind === 'undetermined') return { items: [], rest: openBlocks(collection, make), from };
  const { elements, rest } = isNull(collection) ? { elements: [], rest: undefined } : elementsIn(collection);
  const items = elements.map(make);
  return { items, rest: rest && openBlocks(rest, make), from };
}

function elementsIn(collection: Value): ReturnType<typeof elementsOf> {
  try {
    return elementsOf(collection);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { elements: [], rest: open('for_each', collection.origin.span, [collection]) };
  }
}

/** What blocks there may be: those of each choice, or one with an open iterator. */
function openBlocks(collection: Undetermined, make: (element: Element) => Value): Undetermined {
  const choices = decidedCandidates(collection)?.filter((choice) => !isNull(choice));
  const part = (name: string): Undetermined =>
    undetermined(`${collection.expression}[?]${name}`, collection.waitsFor, collection.origin);
  const blocks = choices
    ? choices.flatMap((choice) => elementsIn(choice).elements.map(make))
    : [make({ key: part(''), value: part('') })];
  return undetermined(collection.expression, collection.waitsFor, collection.origin, blocks);
}
