/**
 * Where a module comes from. Modules of the tree are evaluated; those of a registry stand as one resource of the type
 * `module`, so that a well-known one can be judged by what is published about it.
 */

export type ModuleSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'registry'; readonly source: string; readonly version: string | undefined };

const publicRegistry = /^br:mcr\.microsoft\.com\/bicep\//i;

/**
 * Reads the path of a `module`, `import` or `using`. The public registry is written `br/public:` whichever way the file
 * spells it; the version is what follows the last colon or the `@` of a digest.
 */
export function moduleSource(path: string): ModuleSource {
  if (!/^(?:br|ts)[/:]/i.test(path)) return { kind: 'file', path };
  const named = path.replace(publicRegistry, 'br/public:');
  const match = /^((?:br|ts)[/:][^@]*?)(?::([^:/@]+)|@(sha256:[0-9a-f]+))?$/i.exec(named);
  const [, source, tag, digest] = match ?? [];
  // `br:host/path` and `br/alias:path` have one colon of their own.
  if (source === undefined || /^(?:br|ts)$/i.test(source))
    return { kind: 'registry', source: named, version: undefined };
  const bare = /^(?:br|ts)\/[^:]+$/i.test(source) && tag !== undefined;
  return bare
    ? { kind: 'registry', source: named, version: undefined }
    : { kind: 'registry', source, version: tag ?? digest };
}
