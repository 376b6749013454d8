/** Which JSON documents are templates and which are parameter files. */
import type { Mapping, Value } from '../../../syntax/value.js';
import { lookup } from '../../../syntax/value.js';
import { stringOf } from '../functions/operand.js';
import { scopeOfKind } from '../scope.js';
import type { Scope } from '../scope.js';

const template = /\/(subscription|managementGroup|tenant)?deploymentTemplate\.json/i;
const parameters = /\/(subscription|managementGroup|tenant)?deploymentParameters\.json/i;

/** A cheap look at a text before it is parsed. */
export function mayBeTemplate(text: string): boolean {
  return template.test(text);
}

export function mayBeParameters(text: string): boolean {
  return parameters.test(text);
}

export function isTemplate(document: Value | undefined): document is Mapping {
  return (
    document?.kind === 'map' && template.test(schemaOf(document)) && lookup(document, ['resources'], true) !== undefined
  );
}

export function isParameters(document: Value | undefined): document is Mapping {
  return document?.kind === 'map' && parameters.test(schemaOf(document));
}

/** The scope that a template's schema names. */
export function scopeOfTemplate(document: Mapping): Scope {
  const kind = template.exec(schemaOf(document))?.[1]?.toLowerCase();
  return scopeOfKind(kind === 'managementgroup' ? 'managementGroup' : kind);
}

/** Whether Bicep wrote a template. By its text: such templates are large, and need not be parsed when their source is there. */
export function isCompiled(text: string): boolean {
  return /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/i.test(text);
}

function schemaOf(document: Mapping): string {
  return stringOf(lookup(document, ['$schema'], true)) ?? '';
}
