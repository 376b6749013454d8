import { mapping } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import { runtimeObject } from '../access.js';
import { render, renderCall, waiting } from '../inspect.js';
import { fromText, opaque, runtime, runtimePart } from '../partial.js';
import { scopePath } from '../resource-id.js';
import type { Scope } from '../scope.js';
import { partial } from './function.js';
import type { Call, Family } from './function.js';

/** Functions that ask the deployment or the run time: their answers wait for it, ids are symbolic. */
export const deploymentFunctions: Family = {
  resourcegroup: partial(0, 2, resourceGroup),
  subscription: partial(0, 1, ([id], call) => {
    const subscription = id ?? call.scope.subscription;
    const known = subscription ? { subscriptionId: subscription } : {};
    return scopeObject({ kind: 'subscription', ...(subscription ? { subscription } : {}) }, known, call);
  }),
  managementgroup: partial(0, 1, ([id], call) => {
    const name = id ?? call.scope.managementGroup;
    const scope: Scope = { kind: 'managementGroup', ...(name ? { managementGroup: name } : {}) };
    return scopeObject(scope, name ? { name } : {}, call);
  }),
  tenant: partial(0, 0, (_, call) => scopeObject({ kind: 'tenant' }, {}, call)),
  deployment: atRunTime('deployment()'),
  deployer: atRunTime('deployer()'),
  environment: atRunTime('environment()'),
  newguid: partial(0, 0, (_, call) => opaque('newGuid()', ['newGuid()'], call.origin)),
  utcnow: partial(0, 1, (operands, call) => {
    const expression = renderCall('utcNow', operands);
    return opaque(expression, [expression], call.origin);
  }),
  reference: partial(0, 3, ([target], call) => {
    return runtime(target ? `reference(${render(target)})` : 'reference()', call.origin);
  }),
  references: partial(1, 2, (operands, call) => runtimePart(renderCall('references', operands), call.origin)),
  providers: waits(1, 2),
  pickzones: waits(3, 5),
  tologicalzone: waits(3, 3),
  tologicalzones: waits(3, 3),
  tophysicalzone: waits(3, 3),
  tophysicalzones: waits(3, 3),
  getsecret: waits(1, 5),
  externalinput: waits(1, 2),
  externalinputs: waits(1, 1),
  readenvironmentvariable: waits(1, 2),
  readenvvar: waits(1, 2),
  readcliarg: waits(1, 2),
  roledefinitions: partial(1, 1, (operands, call) => runtime(renderCall('roleDefinitions', operands), call.origin)),
  fail: partial(1, 1, (operands, call) => runtimePart(renderCall('fail', operands), call.origin)),
};

/** `listKeys`, `listAccountSas` and every other action of that form. */
export function listAction(name: string, operands: readonly Value[], call: Call): Value {
  return runtime(renderCall(name, operands), call.origin);
}

function resourceGroup([first, second]: readonly Value[], call: Call): Value {
  const name = second ?? first ?? call.scope.resourceGroup;
  const subscription = second ? first : call.scope.subscription;
  const scope: Scope = {
    kind: 'resourceGroup',
    ...(subscription ? { subscription } : {}),
    ...(name ? { resourceGroup: name } : {}),
  };
  return scopeObject(scope, name ? { name } : {}, call);
}

/** A scope as an object: its id is symbolic, what was passed is known, the rest waits for the run time. */
function scopeObject(scope: Scope, known: Readonly<Record<string, Value>>, call: Call): Value {
  const id = fromText(scope.kind === 'tenant' ? ['/'] : scopePath(scope), call.origin);
  const fields = Object.entries({ id, ...known });
  const entries = fields.map(([key, value]) => ({ key, keySpan: call.span, value }));
  const object = mapping(entries, call.origin);
  const ownName = Object.keys(known).length === 0;
  const label = ownName ? `${call.name}()` : renderCall(call.name, Object.values(known));
  return runtimeObject(object, label);
}

function atRunTime(expression: string): Family[string] {
  return partial(0, 0, (_, call) => runtime(expression, call.origin));
}

function waits(fewest: number, most: number): Family[string] {
  return partial(fewest, most, (operands, call) => {
    const expression = renderCall(call.name, operands);
    return { ...runtimePart(expression, call.origin), waitsFor: [expression, ...waiting(operands)] };
  });
}
