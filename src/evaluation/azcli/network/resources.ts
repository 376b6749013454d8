/** Commands of `az network` as the resources that they make, in the vocabulary of `Microsoft.Network`. */
import type { Undetermined, Value } from '../../../syntax/value.js';
import { list, literal, scalar, undetermined } from '../../../syntax/value.js';
import type { Resource, Root, Writer } from '../../resource.js';
import type { Setting } from '../arguments.js';
import { relationOf } from '../reach.js';
import { headingOf, treeOf } from '../tree.js';
import type { Argument } from '../variables.js';
import type { NetworkCommand } from './commands.js';
import { collectionOf, ruleCommands, ruleGroupName, setting } from './firewall-rules.js';
import { asId, idOf, namesIn } from './ids.js';
import type { Kind, Shape } from './kinds.js';
import { kinds, ruleDefaults } from './kinds.js';
import type { Flags } from './words.js';
import { flagsIn, textOf } from './words.js';

/** An argument is not written into a command. */
const writer: Writer = { set: () => undefined };

/** What is made or changed by one or more commands. */
interface Made {
  readonly type: string;
  readonly names: readonly (Value | undefined)[];
  readonly id: Undetermined;
  readonly command: NetworkCommand;
  readonly settings: Setting[];
  readonly rest: Undetermined | undefined;
  /** Of a firewall: its classic rules. */
  readonly collections: Map<string, Value[]>;
}

export function networkResources(commands: readonly NetworkCommand[], root: Root): readonly Resource[] {
  const all = new Map<string, Made>();
  const actions = new Map<string, Value>();
  for (const [index, command] of commands.entries()) {
    const flags = flagsIn(command.args);
    const kind = kinds[command.verb.subject];
    if (kind) add(all, kind, command, flags);
    else addRule(all, actions, command, flags, index);
  }
  return [...all.values()].map((made) => resourceOf(made, root));
}

/** What is made where it is missing is there in the end: `if [ "$ID" == "" ]`, `[ -z "$ID" ]`. */
const missing = /\s-z\s+"?\$|"?\$\{?\w+\}?"?\s+==?\s+(?:""|'')\s/;

function mayNotRun({ scope }: NetworkCommand, { command }: Made): boolean {
  const open = scope.filter(({ block, arm }) => arm > 0 || !missing.test(block.test));
  return relationOf(open, command.scope) !== 'covers';
}

function add(all: Map<string, Made>, kind: Kind, command: NetworkCommand, flags: Flags): void {
  const ids = command.verb.changes ? flags.values(['--ids']) : undefined;
  for (const { value } of ids ?? []) {
    const names = namesIn(value, kind.type);
    const made = names && madeNamed(all, kind.type, names);
    if (made) made.settings.push(...settingsOf(kind, flags, mayNotRun(command, made)));
  }
  const names = kind.names.map((spellings) => flags.values(spellings)?.[0]?.value);
  if (names.some((name) => name === undefined)) return;
  const made = madeBy(all, kind.type, names, command, flags, command.verb.changes);
  const isLater = made.command !== command;
  const conditional = isLater && mayNotRun(command, made);
  made.settings.push(...settingsOf(kind, flags, conditional));
  const [network] = names;
  const subnet = flags.values(['--subnet-name', '--subnet-names'])?.[0]?.value;
  if (kind.type !== 'virtualNetworks' || !network || !subnet) return;
  const range = flags.values(['--subnet-prefixes', '--subnet-prefix']);
  const part = madeBy(all, 'virtualNetworks/subnets', [network, subnet], command, flags, false);
  const prefixes = range && textsOf(range);
  if (prefixes) part.settings.push(setting(['properties', 'addressPrefixes'], prefixes));
}

/** What the script made under these names, if it is one: the group of an id may be written in another way. */
function madeNamed(all: Map<string, Made>, type: string, names: readonly string[]): Made | undefined {
  const [only, another] = [...all.values()].filter(
    (made) => made.type === type && made.names.map(textOf).join('/').toLowerCase() === names.join('/').toLowerCase(),
  );
  return another ? undefined : only;
}

function madeBy(
  all: Map<string, Made>,
  type: string,
  names: readonly (Value | undefined)[],
  command: NetworkCommand,
  flags: Flags,
  changes: boolean,
): Made {
  const id = idOf(type, flags.values(['--resource-group', '-g'])?.[0]?.value, names, literal(command.span));
  const earlier = all.get(id.expression);
  if (earlier) return earlier;
  const elsewhere = `the command that made ${names.map((name) => textOf(name) ?? 'it').join('/')}`;
  const rest = changes ? undetermined(elsewhere, [elsewhere], literal(headingOf(command.span))) : flags.open?.value;
  const open = rest?.kind === 'undetermined' ? rest : undefined;
  const made: Made = { type, names, id, command, settings: [], rest: open, collections: new Map() };
  if (type.endsWith('/securityRules') && !open) made.settings.push(...defaultsOf(command));
  all.set(id.expression, made);
  return made;
}

function defaultsOf({ span }: NetworkCommand): readonly Setting[] {
  return Object.entries(ruleDefaults).map(([key, text]) => {
    const value = scalar(text, literal(headingOf(span)));
    return setting(['properties', key], value);
  });
}

function settingsOf({ settings }: Kind, flags: Flags, conditional: boolean): readonly Setting[] {
  const group = flags.values(['--resource-group', '-g'])?.[0]?.value;
  const given = Object.entries(settings).flatMap(([flag, [path, shape]]) => {
    const values = flags.all.get(flag);
    const value = values && shaped(values, shape, group);
    return value ? [setting(['properties', ...path.split('.')], value, conditional || isConditional(values))] : [];
  });
  const removed = (flags.all.get('--remove') ?? []).flatMap(({ value }) => {
    const path = textOf(value)?.split('.');
    return path
      ? [setting(['properties', ...path.filter((part) => part !== 'properties')], scalar(null, value.origin))]
      : [];
  });
  return [...given, ...removed];
}

function isConditional(values: readonly Argument[]): boolean {
  return values.some((value) => value.conditional);
}

function shaped(values: readonly Argument[], shape: Shape, group: Value | undefined): Value | undefined {
  const first = values[0]?.value;
  if (!first) return undefined;
  if (shape === 'text') return first;
  if (shape === 'texts') return textsOf(values);
  if (shape === 'boolean') {
    const text = textOf(first)?.toLowerCase();
    return text === 'true' || text === 'false' ? scalar(text === 'true', first.origin) : first;
  }
  const ids = values.map(({ value }) => asId(shape.id, value, group));
  if (!shape.several) return ids[0];
  return list(
    ids.map((id) => treeOf([setting(['id'], id)], id.origin.span, undefined)),
    first.origin,
  );
}

/** Spaces and commas separate: a variable may hold several. */
function textsOf(values: readonly Argument[]): Value | undefined {
  const [first] = values;
  const open = values.find(({ several }) => several)?.value;
  const items = values.flatMap(({ value }) => {
    const text = textOf(value);
    return text === undefined ? [value] : text.split(/[\s,]+/).map((part) => scalar(part, value.origin));
  });
  return first && list(items, first.value.origin, open?.kind === 'undetermined' ? open : undefined);
}

/** A rule goes to the firewall or policy that the script made; where it made none, to nothing. */
function addRule(
  all: Map<string, Made>,
  actions: Map<string, Value>,
  command: NetworkCommand,
  flags: Flags,
  index: number,
): void {
  const rule = ruleCommands[command.verb.subject];
  const name = rule && flags.values(rule.names)?.[0]?.value;
  if (!rule || !name) return;
  const key = [rule.owner, textOf(name), textOf(flags.values(['--collection-name', '-c', '--name'])?.[0]?.value)].join(
    '\0',
  );
  const action = flags.values(['--action'])?.[0]?.value ?? actions.get(key);
  if (action) actions.set(key, action);
  const collection = collectionOf(flags, command.span, rule.collections === undefined, action);
  if (rule.collections !== undefined) {
    const owner = madeBy(all, rule.owner, [name], command, flags, true);
    const others = owner.collections.get(rule.collections) ?? [];
    owner.collections.set(rule.collections, [...others, collection]);
    return;
  }
  const made = madeBy(
    all,
    'firewallPolicies/ruleCollectionGroups',
    [name, ruleGroupName(index, command.span)],
    command,
    flags,
    false,
  );
  made.settings.push(setting(['properties', 'ruleCollections'], list([collection], literal(command.span))));
}

function resourceOf({ type, names, id, command, settings, rest, collections }: Made, root: Root): Resource {
  const { span } = command;
  const classic = [...collections].map(([key, items]) => setting(['properties', key], list(items, literal(span))));
  const body = treeOf([...settings, ...classic], span, undefined);
  const properties = treeOf([...settings, ...classic].flatMap(below), span, rest);
  const entries = new Map(body.entries).set('properties', { key: 'properties', keySpan: span, value: properties });
  const name = names.map((each) => textOf(each) ?? (each?.kind === 'undetermined' ? each.expression : '')).join('/');
  return {
    ...{ format: 'azcli', root, span, heading: headingOf(span), writer },
    type: `Microsoft.Network/${type}`,
    address: name,
    name: names.length === 1 && names[0] ? names[0] : scalar(name, literal(span)),
    body: { ...body, entries },
    ...{ id },
  };
}

/** A setting of the properties, seen from them. */
function below({ path, ...rest }: Setting): readonly Setting[] {
  return path[0] === 'properties' ? [{ ...rest, path: path.slice(1) }] : [];
}
