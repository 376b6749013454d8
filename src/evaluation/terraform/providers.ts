/** Which version of its provider a resource is written for. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import { parseHcl } from '../../syntax/hcl/parser.js';
import { textOf, type Configuration, type ResourceDeclaration } from './configuration.js';
import { argumentOf } from './layers.js';
import type { Module } from './module.js';
import { parseFile, type Session } from './session.js';

/**
 * The version that the lock file of the root pins, else all constraints of the module and those around it, else
 * `undefined`.
 */
export function providerVersion(module: Module, declaration: ResourceDeclaration): string | undefined {
  const local = localName(declaration);
  const locked = lockedVersion(module.session, `hashicorp/${local}`, sourceOfProvider(module, local));
  if (locked !== undefined) return locked;
  const constraints = new Set<string>();
  for (let at: Module | undefined = module; at; at = at.parent) {
    for (const constraint of constraintsOf(at.configuration, local)) constraints.add(constraint);
  }
  return constraints.size > 0 ? [...constraints].join(', ') : undefined;
}

/** `provider = azurerm.hub` names it, else the first word of the resource type does. */
function localName(declaration: ResourceDeclaration): string {
  const provider = argumentOf(declaration, 'provider')?.expression;
  const first = provider && rootName(provider);
  return first ?? declaration.type.split('_')[0] ?? declaration.type;
}

function rootName(expression: HclExpression): string | undefined {
  if (expression.kind === 'variable') return expression.name;
  return expression.kind === 'get' && expression.object.kind === 'variable' ? expression.object.name : undefined;
}

function requirement({ settings }: Configuration, local: string): HclExpression[] {
  return settings
    .filter(({ type }) => type.text === 'terraform')
    .flatMap(({ body }) => body.blocks.filter(({ type }) => type.text === 'required_providers'))
    .flatMap(({ body }) => body.attributes.filter(({ name }) => name.text === local))
    .map(({ expression }) => expression);
}

function constraintsOf(configuration: Configuration, local: string): string[] {
  const required = requirement(configuration, local).map(
    (expression) => textOf(expression) ?? member(expression, 'version'),
  );
  // Before Terraform 0.13 the constraint stood in the provider's own block.
  const legacy = configuration.settings
    .filter(({ type, labels }) => type.text === 'provider' && labels[0]?.text === local)
    .map(({ body }) => textOf(argumentOf({ layers: [body] }, 'version')?.expression));
  return [...required, ...legacy].filter((constraint) => constraint !== undefined);
}

function sourceOfProvider(module: Module, local: string): string | undefined {
  for (let at: Module | undefined = module; at; at = at.parent) {
    for (const expression of requirement(at.configuration, local)) {
      const source = member(expression, 'source');
      if (source !== undefined) return source;
    }
  }
  return undefined;
}

function member(expression: HclExpression, name: string): string | undefined {
  if (expression.kind !== 'object') return undefined;
  const item = expression.items.find(({ key }) => key.kind === 'literal' && key.value === name);
  return textOf(item?.value);
}

function lockedVersion(session: Session, ...sources: readonly (string | undefined)[]): string | undefined {
  const path = session.folder === '' ? '.terraform.lock.hcl' : `${session.folder}/.terraform.lock.hcl`;
  if (!session.files.has(path)) return undefined;
  const body = parseFile(session, path, parseHcl);
  const block = body?.blocks.find(({ type, labels }) => {
    const address = labels[0]?.text ?? '';
    return type.text === 'provider' && sources.some((source) => source !== undefined && address.endsWith(`/${source}`));
  });
  return block && textOf(argumentOf({ layers: [block.body] }, 'version')?.expression);
}
