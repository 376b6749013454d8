import type { Value } from '../../../syntax/value.js';
import { textOf } from '../partial.js';
import type { Text } from '../partial.js';
import { extensionId, nameSegments, resourceId } from '../resource-id.js';
import type { Scope } from '../scope.js';
import { partial } from './function.js';
import type { Call, Family } from './function.js';
import { stringOf } from './operand.js';

/** The functions that make resource ids. Their results are symbolic ids (see resource-id.ts). */
export const resourceFunctions: Family = {
  resourceid: partial(2, 100, (operands, call) => {
    const { before, type, names } = arrange(operands);
    const [first, second] = before;
    const group = second ?? first;
    const subscription = second ? first : call.scope.subscription;
    const scope: Scope = {
      kind: call.scope.kind === 'resourceGroup' || group ? 'resourceGroup' : call.scope.kind,
      ...(subscription ? { subscription } : {}),
      ...(group
        ? { resourceGroup: group }
        : call.scope.resourceGroup
          ? { resourceGroup: call.scope.resourceGroup }
          : {}),
    };
    return before.length <= 2 ? made(scope, type, names, call) : undefined;
  }),
  subscriptionresourceid: partial(2, 100, (operands, call) => {
    const { before, type, names } = arrange(operands);
    const subscription = before[0] ?? call.scope.subscription;
    return made({ kind: 'subscription', ...(subscription ? { subscription } : {}) }, type, names, call);
  }),
  managementgroupresourceid: partial(2, 100, (operands, call) => {
    const { before, type, names } = arrange(operands);
    const name = before[0] ?? call.scope.managementGroup;
    return made({ kind: 'managementGroup', ...(name ? { managementGroup: name } : {}) }, type, names, call);
  }),
  tenantresourceid: partial(2, 100, (operands, call) => {
    const { type, names } = arrange(operands);
    return made({ kind: 'tenant' }, type, names, call);
  }),
  extensionresourceid: partial(3, 100, ([target, ...operands], call) => {
    const { type, names } = arrange(operands);
    return target && type ? extensionId(target, type, names, call.origin) : undefined;
  }),
};

interface Arranged {
  /** What stands before the type: subscription id and resource group name. */
  readonly before: readonly Value[];
  readonly type: string | undefined;
  readonly names: readonly Text[];
}

/** The type is the first operand with a slash; names that hold slashes themselves are cut. */
function arrange(operands: readonly Value[]): Arranged {
  const at = operands.findIndex((operand) => /^[A-Za-z][\w.]*\/[\w./]+$/.test(stringOf(operand) ?? ''));
  if (at < 0) return { before: [], type: undefined, names: [] };
  const type = stringOf(operands[at])?.replace(/\/$/, '');
  const names = operands.slice(at + 1);
  const wanted = (type ?? '').split('/').length - 1;
  const whole = names.map((name) => textOf(name) ?? []);
  return {
    before: operands.slice(0, at),
    type,
    names: whole.length === wanted ? whole : names.flatMap((n) => nameSegments(n)),
  };
}

function made(scope: Scope, type: string | undefined, names: readonly Text[], call: Call): Value | undefined {
  return type === undefined ? undefined : resourceId(scope, type, names, call.origin);
}
