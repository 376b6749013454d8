/** `Application` of Argo CD: what each of its sources deploys. */
import { entry, lookup } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import type { Resource } from '../../resource.js';
import type { Around, Expansion } from '../../releases/parts.js';
import { joined } from '../../releases/parts.js';
import { asMapping, itemsAt, textAt } from '../read.js';
import { sourceContents } from './source.js';

const type = /^argoproj\.io\/\w+\/Application$/;

export function applicationReader(resource: Resource, around: Around): Expansion | undefined {
  if (!type.test(resource.type)) return undefined;
  const application = applicationOf(resource.body, resource);
  const expansions = application.sources.map((source) => sourceContents(source, application, around));
  const [only, another] = expansions;
  return only && !another ? only : joined(expansions);
}

export interface Application {
  readonly resource: Resource;
  readonly name: string;
  readonly destination: Value | undefined;
  readonly sources: readonly Mapping[];
  /** Sources that others refer to by `$name`. */
  readonly named: ReadonlyMap<string, Mapping>;
}

export function applicationOf(body: Mapping, resource: Resource): Application {
  const spec = lookup(body, ['spec']);
  const several = itemsAt(spec, 'sources').flatMap((source) => asMapping(source) ?? []);
  const single = asMapping(lookup(spec, ['source']));
  const sources = several.length > 0 ? several : single ? [single] : [];
  const named = sources.flatMap((source) => {
    const name = textAt(source, 'ref');
    return name === undefined ? [] : [[name, source] as const];
  });
  return {
    resource,
    name: textAt(body, 'metadata', 'name') ?? resource.address,
    destination: lookup(spec, ['destination']),
    // A source with a name and nothing to deploy is there for its files.
    sources: sources.filter((source) => !entry(source, 'ref') || ['path', 'chart'].some((key) => entry(source, key))),
    named: new Map(named),
  };
}
