/** `lifecycle` blocks: what becomes of later changes of a resource. Their arguments are read as text, as Terraform does. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import type { Lifecycle } from '../resource.js';
import type { Declaration } from './configuration.js';
import { argumentOf, blocksOf } from './layers.js';
import { spanOf } from './values.js';

export function lifecycleOf(declaration: Declaration): Lifecycle | undefined {
  const block = blocksOf(declaration).get('lifecycle')?.at(-1);
  if (!block) return undefined;
  const body = { layers: [block.body] };
  const isOn = (name: string): boolean => {
    const expression = argumentOf(body, name)?.expression;
    return expression?.kind === 'literal' && (expression.value === true || expression.value === 'true');
  };
  const ignoring = argumentOf(body, 'ignore_changes');
  const place = ignoring ? spanOf(ignoring.file, ignoring.expression) : spanOf(block.body.file, block);
  return {
    ignored: ignoring ? ignoredIn(ignoring.expression) : [],
    origin: { span: place, name: 'lifecycle.ignore_changes', from: [] },
    createsFirst: isOn('create_before_destroy'),
    isKept: isOn('prevent_destroy'),
  };
}

/** `all`, or a list of attributes; each may be a text, as old configurations write them. */
function ignoredIn(expression: HclExpression): Lifecycle['ignored'] {
  if (expression.kind !== 'tuple') return pathOf(expression) === 'all' ? 'all' : [];
  const paths = expression.items.map(pathOf).filter((path) => path !== undefined);
  return paths.includes('all') || paths.includes('*') ? 'all' : paths;
}

function pathOf(expression: HclExpression): string | undefined {
  switch (expression.kind) {
    case 'variable':
      return expression.name;
    case 'literal':
      return typeof expression.value === 'string' ? expression.value.replace(/\[[^\]]*\]|\.\d+/g, '') : undefined;
    case 'get': {
      const outer = pathOf(expression.object);
      return outer === undefined ? undefined : `${outer}.${expression.name.text}`;
    }
    case 'index': {
      const outer = pathOf(expression.object);
      if (outer === undefined || expression.key.kind !== 'literal') return undefined;
      return typeof expression.key.value === 'string' ? `${outer}.${expression.key.value}` : outer;
    }
    default:
      return undefined;
  }
}
