/** Bodies and nested blocks as values: a block is a mapping, all blocks of one type are a list. */
import type { HclBlock } from '../../syntax/hcl/ast.js';
import {
  list,
  mapping,
  type Entry,
  type List,
  type Mapping,
  type Origin,
  type Undetermined,
  type Value,
} from '../../syntax/value.js';
import { expandDynamic } from './dynamic.js';
import { argumentsOf, blocksOf, type Layered } from './layers.js';
import { evaluateArgument, guarded } from './module.js';
import type { Scope } from './scope.js';
import { sourceOf, spanOf } from './values.js';

/** @param skip names that are not part of the value */
export function evaluateBody(body: Layered, origin: Origin, scope: Scope, skip?: (name: string) => boolean): Mapping {
  const entries: Entry[] = [];
  for (const { name, nameSpan, expression, file } of argumentsOf(body)) {
    if (skip?.(name)) continue;
    const span = spanOf(file, expression);
    const value = guarded(scope.session, name, sourceOf(file, expression), span, () =>
      evaluateArgument(expression, { ...scope, file }, name),
    );
    entries.push({ key: name, keySpan: nameSpan, value });
  }
  for (const [type, blocks] of blocksOf(body)) {
    const [first] = blocks;
    if (!first || skip?.(type)) continue;
    const keySpan = spanOf(first.body.file, first.type);
    entries.push({ key: type, keySpan, value: evaluateBlocks(type, blocks, scope) });
  }
  return mapping(entries, origin);
}

/** All blocks of one type, those of dynamic blocks included. */
export function evaluateBlocks(type: string, blocks: readonly HclBlock[], scope: Scope): List {
  const items: Value[] = [];
  const from: Origin[] = [];
  let rest: Undetermined | undefined;
  for (const block of blocks) {
    if (block.type.text === 'dynamic') {
      const expanded = expandDynamic(type, block, { ...scope, file: block.body.file });
      for (const item of expanded.items) items.push(item);
      from.push(...expanded.from);
      rest ??= expanded.rest;
    } else items.push(evaluateBlock(type, block, block, scope));
  }
  const [first] = blocks;
  const span = first ? spanOf(first.body.file, first) : { file: scope.file, start: 0, end: 0 };
  return list(items, { span, name: type, from }, rest);
}

/** @param place what the mapping stands for: the block itself, or the content of a dynamic one */
export function evaluateBlock(type: string, block: HclBlock, place: HclBlock, scope: Scope): Mapping {
  const { file } = block.body;
  const origin = { span: spanOf(file, place), name: type, from: [] };
  return evaluateBody({ layers: [block.body] }, origin, { ...scope, file });
}
