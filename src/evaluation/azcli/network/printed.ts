/** What `az network … show --query id` prints: the id of something that the same script may have made. */
import type { Origin, Value } from '../../../syntax/value.js';
import { undetermined } from '../../../syntax/value.js';
import type { Argument } from '../variables.js';
import { idOf } from './ids.js';
import { kinds } from './kinds.js';
import { flagsIn, textOf } from './words.js';

/** Undefined for what is no such command, or prints something else. */
export function printedId(args: readonly Argument[], origin: Origin): Value | undefined {
  const texts = args.map(({ value }) => textOf(value) ?? '');
  const flagsFrom = texts.findIndex((text) => text.startsWith('-'));
  const [az, network, ...subject] = texts.slice(0, Math.max(0, flagsFrom));
  const verb = subject.pop();
  const kind = kinds[subject.join(' ')];
  if (az !== 'az' || network !== 'network' || !kind || (verb !== 'show' && verb !== 'create')) return undefined;
  const flags = flagsIn(args.slice(flagsFrom));
  const names = kind.names.map((spellings) => flags.values(spellings)?.[0]?.value);
  const id = idOf(kind.type, flags.values(['--resource-group', '-g'])?.[0]?.value, names, origin);
  const query = textOf(flags.values(['--query'])?.[0]?.value) ?? '';
  if (/^["']?(\w+\.)?id["']?$/i.test(query)) return id;
  if (kind.type !== 'azureFirewalls' || !/privateIpAddress/i.test(query)) return undefined;
  const expression = `reference('${id.expression}').ipConfigurations[0].privateIPAddress`;
  return undetermined(expression, [expression], origin);
}
