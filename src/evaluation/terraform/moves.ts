/** `moved` blocks: which address is the successor of which. */
import type { HclBlock, HclExpression } from '../../syntax/hcl/ast.js';
import type { Move } from '../resource.js';
import { argumentOf } from './layers.js';
import type { Module } from './module.js';

export function movesOf(module: Module): Move[] {
  const own = module.configuration.settings.flatMap((block) => moveOf(block, module.prefix));
  const inside = [...module.children.values()].flatMap((child) => (child ? movesOf(child) : []));
  return [...own, ...inside];
}

function moveOf(block: HclBlock, prefix: string): Move[] {
  if (block.type.text !== 'moved') return [];
  const body = { layers: [block.body] };
  const [from, to] = ['from', 'to'].map((name) => {
    const expression = argumentOf(body, name)?.expression;
    return expression && addressOf(expression);
  });
  return from !== undefined && to !== undefined ? [{ from: prefix + from, to: prefix + to }] : [];
}

/** `module.a["b"].azurerm_x.y[0]` as text; `undefined` for anything else. */
function addressOf(expression: HclExpression): string | undefined {
  let suffix = '';
  let at = expression;
  for (; at.kind === 'get' || at.kind === 'index'; at = at.object) {
    if (at.kind === 'get') suffix = `.${at.name.text}${suffix}`;
    else if (at.key.kind === 'literal') suffix = `[${JSON.stringify(at.key.value)}]${suffix}`;
    else return undefined;
  }
  return at.kind === 'variable' ? at.name + suffix : undefined;
}
