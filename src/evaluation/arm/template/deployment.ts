import type { Span } from '../../../syntax/source.js';
import { entry, lookup, mapping, scalar } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { armWriter } from '../../../syntax/json/writer.js';
import { moduleType } from '../../module-type.js';
import { runtimeObject } from '../access.js';
import { deepestNesting } from '../deployed.js';
import type { ArmResource, Deployed, DeploymentSettings } from '../deployed.js';
import { stringOf } from '../functions/operand.js';
import type { Environment } from '../interpreter.js';
import { combined, instancesOf } from './instances.js';
import type { Instance } from './instances.js';
import { lazily, once } from '../lazy.js';
import { namesOf, section } from './names.js';
import { isDeployment, linkedElsewhere, nestedTemplate } from './nested.js';
import { findReferenced } from './reference.js';
import { evaluateMap, evaluateTree } from './tree.js';

/** A deployed instance: what it is, its evaluated object, and the deployment that it is, if it is one. */
interface Deployable {
  readonly instance: Instance;
  readonly body: () => Mapping;
  readonly nested: () => Deployed | undefined;
}

/**
 * Opens a deployment of an ARM template. Nothing is evaluated before it is asked for.
 * @param outer the environment whose names its expressions have, for a nested template with outer scope
 */
export function openTemplate(template: Mapping, settings: DeploymentSettings, outer?: Environment): Deployed {
  const { session } = settings;
  const names = outer ?? namesOf(template, () => env, session, settings.given);
  let deployables: readonly Deployable[] | undefined;
  let expanding = false;
  const all = (): readonly Deployable[] => {
    if (deployables || expanding) return deployables ?? [];
    expanding = true;
    deployables = instancesOf(lookup(template, ['resources'], true), env).map((i) => deployable(i, settings));
    expanding = false;
    return deployables;
  };
  const env: Environment = {
    session,
    scope: outer?.scope ?? settings.scope,
    parameter: (name, span) => names.parameter(name, span),
    variable: (name, span) => names.variable(name, span),
    userFunction: (namespace, name) => names.userFunction(namespace, name),
    reference: (target, full, span) => reference(all(), target, full, span) ?? outer?.reference(target, full, span),
    loops: outer?.loops ?? new Map(),
    lambdaVariables: new Map(),
  };
  const outputs = section(template, 'outputs');
  const cells = new Map<string, () => Value>();
  for (const output of outputs?.entries.values() ?? []) {
    const written = lookup(output.value, ['value'], true);
    if (!written) continue;
    const label = `outputs.${output.key}`;
    cells.set(
      output.key.toLowerCase(),
      lazily(session, label, output.keySpan, () => evaluateTree(written, env)),
    );
  }
  return {
    resources: () => distinctAddresses(all().flatMap((each) => emitted(each, settings))),
    output: (name) => cells.get(name.toLowerCase())?.(),
    outputNames: [...(outputs?.entries.keys() ?? [])],
  };
}

function deployable(instance: Instance, settings: DeploymentSettings): Deployable {
  const { declaration, env } = instance;
  const cell = lazily(settings.session, instance.address, declaration.origin.span, () =>
    evaluateMap(declaration, env, ['resources', 'copy', 'condition', 'dependson', 'comments']),
  );
  return {
    instance,
    body: () => {
      const body = cell();
      return body.kind === 'map' ? body : mapping([], declaration.origin);
    },
    nested: once(() => openNested(instance, settings)),
  };
}

function openNested(instance: Instance, settings: DeploymentSettings): Deployed | undefined {
  const nested = nestedTemplate(instance.declaration, instance.type, instance.env);
  if (!nested) return undefined;
  const around = nested.path === undefined ? settings.around : [...settings.around, nested.path];
  const repeated = nested.path !== undefined && settings.around.includes(nested.path);
  if (repeated || around.length > deepestNesting) {
    settings.session.problem(instance.declaration.origin.span, 'this template deploys itself');
    return undefined;
  }
  const condition = combined([settings.condition, instance.condition], instance.declaration.origin.span);
  const inside: DeploymentSettings = {
    session: settings.session,
    root: settings.root,
    scope: nested.scope,
    given: (name) => nested.given(name),
    prefix: `${settings.prefix}${instance.address}::`,
    around,
    callers: [...settings.callers, headingOf(instance.declaration)],
    ...(condition ? { condition } : {}),
  };
  return openTemplate(nested.template, inside, nested.inner ? undefined : instance.env);
}

function emitted(each: Deployable, settings: DeploymentSettings): readonly ArmResource[] {
  const { instance } = each;
  const nested = each.nested();
  if (nested) return nested.resources();
  if (instance.existing || instance.type === '') return [];
  const elsewhere = isDeployment(instance.type) ? linkedElsewhere(instance.declaration, instance.env) : undefined;
  const { span } = instance.declaration.origin;
  const condition = combined([settings.condition, instance.condition], span);
  return [
    {
      format: 'arm',
      root: settings.root,
      type: elsewhere ? moduleType : instance.type,
      ...versionOf(instance, elsewhere),
      address: settings.prefix + instance.address,
      name: elsewhere ? specName(elsewhere) : instance.name,
      id: instance.id,
      calls: settings.callers,
      body: each.body(),
      span,
      heading: headingOf(instance.declaration),
      ...(condition ? { condition } : {}),
      writer: armWriter,
    },
  ];
}

/** Of a template spec its own; of an address none. */
function versionOf({ version }: Instance, elsewhere: Value | undefined): { readonly version?: string } {
  const spec = /\/templateSpecs\/[^/]+\/versions\/([^/]+)/i.exec(stringOf(elsewhere) ?? '')?.[1];
  const known = elsewhere ? spec : version;
  return known === undefined ? {} : { version: known };
}

/** `…/templateSpecs/aks/versions/1.0` is called aks. */
function specName(linked: Value): Value {
  const name = /\/templateSpecs\/([^/]+)/i.exec(stringOf(linked) ?? '')?.[1];
  return name === undefined ? linked : scalar(`ts:${name}`, linked.origin);
}

/** Two declarations of one name, as alternatives under conditions, are told apart by their order. */
function distinctAddresses(resources: readonly ArmResource[]): readonly ArmResource[] {
  const seen = new Map<string, number>();
  return resources.map((each) => {
    const count = (seen.get(each.address) ?? 0) + 1;
    seen.set(each.address, count);
    return count === 1 ? each : { ...each, address: `${each.address}~${count}` };
  });
}

/** The line that names the resource: its type. */
function headingOf(declaration: Mapping): Span {
  const type = entry(declaration, 'type', true);
  if (!type) return { ...declaration.origin.span, end: declaration.origin.span.start + 1 };
  return { ...type.keySpan, end: type.value.origin.span.end };
}

/** What `reference` gives: of a deployment its outputs, of a resource what the template sets, the rest at run time. */
function reference(all: readonly Deployable[], target: Value, full: boolean, span: Span): Value | undefined {
  const found = findReferenced(all, (each) => each.instance, target);
  if (!found) return undefined;
  const label = `reference('${found.instance.address}')`;
  const nested = found.nested();
  if (nested) {
    const values = nested.outputNames.map((name) => {
      const value = nested.output(name);
      const origin = { span, from: [] };
      return {
        key: name,
        keySpan: span,
        value: mapping(value ? [{ key: 'value', keySpan: span, value }] : [], origin),
      };
    });
    const outputs = mapping(values, { span, from: [] });
    return runtimeObject(mapping([{ key: 'outputs', keySpan: span, value: outputs }], { span, from: [] }), label);
  }
  const body = found.body();
  if (full) return runtimeObject(body, label);
  const properties = lookup(body, ['properties'], true);
  if (properties?.kind !== 'map') return undefined;
  return runtimeObject(properties, label);
}
