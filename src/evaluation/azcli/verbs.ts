/** Which commands of `az aks` make or change a cluster, and what each says by its name alone (docs of the Azure CLI, 2.90). */
import type { Origin, Value } from '../../syntax/value.js';
import { list, mapping, scalar } from '../../syntax/value.js';
import type { Setting } from './arguments.js';
import { addOns } from './flags.js';
import { entryOf } from './tree.js';
import type { Argument } from './variables.js';

export interface AksVerb {
  readonly verb: 'create' | 'update' | 'nodepool add';
  /** What the command sets beside its flags. */
  readonly implied?: (args: readonly Argument[], origin: Origin) => readonly Setting[];
}

const routing = ['properties', 'ingressProfile', 'webAppRouting'];
const mesh = ['properties', 'serviceMeshProfile'];
const on = (path: readonly string[], value: boolean | string, origin: Origin): Setting => ({
  path,
  value: scalar(value, origin),
  conditional: false,
});

const verbs: Readonly<Record<string, AksVerb>> = {
  create: { verb: 'create' },
  update: { verb: 'update' },
  'nodepool add': { verb: 'nodepool add' },
  'approuting enable': {
    verb: 'update',
    implied: (args, origin) => [on([...routing, 'enabled'], true, origin), ...controller(args)],
  },
  'approuting update': { verb: 'update', implied: controller },
  'approuting disable': { verb: 'update', implied: (_, origin) => [on([...routing, 'enabled'], false, origin)] },
  'mesh enable': { verb: 'update', implied: (_, origin) => [on([...mesh, 'mode'], 'Istio', origin)] },
  'mesh disable': { verb: 'update', implied: (_, origin) => [on([...mesh, 'mode'], 'Disabled', origin)] },
  'mesh enable-ingress-gateway': { verb: 'update', implied: gateway(true) },
  'mesh disable-ingress-gateway': { verb: 'update', implied: gateway(false) },
  'enable-addons': { verb: 'update' },
  'disable-addons': { verb: 'update', implied: withoutAddOns },
};

/** Undefined for other commands. */
export function aksVerbOf(words: readonly string[]): { readonly name: AksVerb; readonly length: number } | undefined {
  const [az = '', aks, first = '', second = ''] = words;
  if (!/^[@+-]*az(\.cmd)?$/.test(az) || aks !== 'aks') return undefined;
  const two = verbs[`${first} ${second}`];
  if (two) return { name: two, length: 4 };
  const one = Object.hasOwn(verbs, first) ? verbs[first] : undefined;
  return one && { name: one, length: 3 };
}

/** `--nginx External`: the type of the default controller. */
function controller(args: readonly Argument[]): readonly Setting[] {
  const value = after('--nginx', args);
  return value ? [{ path: [...routing, 'nginx', 'defaultIngressControllerType'], value, conditional: false }] : [];
}

function gateway(enabled: boolean): Required<AksVerb>['implied'] {
  return (args, origin) => {
    const mode = after('--ingress-gateway-type', args);
    if (!mode) return [];
    const one = mapping([entryOf('mode', mode), entryOf('enabled', scalar(enabled, origin))], origin);
    const path = [...mesh, 'istio', 'components', 'ingressGateways'];
    return [{ path, value: list([one], origin), conditional: false, appends: true }];
  };
}

/** Comes after what the flag says elsewhere: switched on. */
function withoutAddOns(args: readonly Argument[], origin: Origin): readonly Setting[] {
  const value = after('--addons', args) ?? after('-a', args);
  const names = value?.kind === 'scalar' ? String(value.value).split(',') : [];
  return names.flatMap((name) => {
    const path = addOns.get(name.trim());
    return path ? [on(path, false, origin)] : [];
  });
}

function after(flag: string, args: readonly Argument[]): Value | undefined {
  const at = args.findIndex(({ value }) => value.kind === 'scalar' && value.value === flag);
  return at < 0 ? undefined : args[at + 1]?.value;
}
