/** A call of a module that is not in the tree: what it names, and which version of that it asks for. */
import { lookup } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import type { Resource } from '../resource.js';

/** What a call asks for: `exact` a version or a tag, `range` the newest that satisfies it, `open` nothing that can be told. */
export type Wanted =
  { readonly kind: 'range'; readonly text: string } | { readonly kind: 'open'; readonly text: string };

export interface ModuleCall {
  readonly resource: Resource;
  readonly language: 'bicep' | 'terraform';
  /** Without version, host of the public registry, and folder: `Azure/aks/azurerm`, `br/public:avm/…`. */
  readonly source: string;
  /** A folder of the module. */
  readonly submodule: string | undefined;
  /** `owner/name` when the source is a repository on GitHub. */
  readonly repository: string | undefined;
  readonly wanted: Wanted;
}

/** Reads a resource of type `module`; `undefined` for one that names no source. */
export function callOf(resource: Resource): ModuleCall | undefined {
  return resource.format === 'terraform' ? terraformCall(resource) : bicepCall(resource);
}

function bicepCall(resource: Resource): ModuleCall | undefined {
  const source = textOf(resource.name);
  if (source === undefined) return undefined;
  const wanted: Wanted =
    resource.version === undefined
      ? { kind: 'open', text: 'no version' }
      : { kind: resource.version.startsWith('sha256:') ? 'open' : 'range', text: resource.version };
  return { resource, language: 'bicep', source, submodule: undefined, repository: undefined, wanted };
}

function terraformCall(resource: Resource): ModuleCall | undefined {
  const written = textOf(lookup(resource.body, ['source']));
  if (written === undefined) return undefined;
  const [address = '', query = ''] = written.split('?', 2);
  const { source, submodule } = splitFolder(address.replace(/^git::/, ''));
  const call = { resource, language: 'terraform', source, submodule } as const;
  const repository = repositoryOf(source);
  if (repository !== undefined || /^git::|^[\w+]+:\/\/|^git@/.test(written)) {
    return { ...call, repository, wanted: wantedTag(new URLSearchParams(query).get('ref')) };
  }
  const name = source.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '');
  return { ...call, source: name, repository: undefined, wanted: wantedVersion(resource) };
}

/** `git::https://host/path.git//folder`: the double slash that is not the scheme's. */
function splitFolder(address: string): { source: string; submodule: string | undefined } {
  const at = address.indexOf('//', address.includes('://') ? address.indexOf('://') + 3 : 0);
  if (at < 0) return { source: address, submodule: undefined };
  return { source: address.slice(0, at), submodule: address.slice(at + 2).replace(/^\/+|\/+$/g, '') };
}

function repositoryOf(source: string): string | undefined {
  return /(?:^|[/@])github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(source)?.[1];
}

/** A tag is a version; a branch or a commit can be anything. */
function wantedTag(ref: string | null): Wanted {
  if (ref !== null && /^v?\d+\.\d+(\.\d+)?$/.test(ref)) return { kind: 'range', text: ref };
  return { kind: 'open', text: ref === null ? 'its default branch' : `ref ${ref}` };
}

function wantedVersion(resource: Resource): Wanted {
  const version = lookup(resource.body, ['version']);
  if (!version) return { kind: 'range', text: resource.version ?? '' };
  const text = textOf(version);
  return text === undefined ? { kind: 'open', text: 'its version' } : { kind: 'range', text };
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** What a resource has of the call that deploys it. Its version is the module's, which is not that of any API or provider. */
export type OfCall = Omit<Resource, 'version' | 'type' | 'name' | 'body' | 'writer' | 'published'>;

export function ofCall({ resource }: ModuleCall): OfCall {
  const { format, root, address, span, heading, condition, calls } = resource;
  return {
    format,
    root,
    address,
    span,
    heading,
    ...(condition ? { condition } : {}),
    ...(calls ? { calls } : {}),
  };
}
