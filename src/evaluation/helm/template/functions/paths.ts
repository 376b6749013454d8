/** Paths and URLs. */
import { posix } from 'node:path';
import type { Data } from '../data/data.js';
import { bool, dict } from '../data/data.js';
import { computed, text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import { dictAt, stringAt } from './arguments.js';
import type { Fn, Functions } from './function.js';
import { strict } from './function.js';

const onPath = (change: (path: string) => string): Fn => strict((args) => computed(change(stringAt(args, 0)), args));
const base = onPath((path) => (path === '' ? '.' : posix.basename(path) || '/'));
const dir = onPath((path) => posix.dirname(path));
const cleaned = onPath((path) => (path === '' ? '.' : posix.normalize(path).replace(/(.)\/$/, '$1')));
const ext = onPath((path) => /\.[^./]*$/.exec(path)?.[0] ?? '');
const isAbs = strict((args) => bool(stringAt(args, 0).startsWith('/')));

export const PATHS: Functions = {
  base,
  dir,
  clean: cleaned,
  ext,
  isAbs,
  osBase: base,
  osDir: dir,
  osClean: cleaned,
  osExt: ext,
  osIsAbs: isAbs,
  urlParse: strict((args) => parsedUrl(stringAt(args, 0))),
  urlJoin: strict((args) => {
    const { entries } = dictAt(args, 0);
    const part = (name: string): string => {
      const value = entries.get(name)?.value;
      return value?.kind === 'string' ? value.value : '';
    };
    const [scheme, user, host, query, fragment] = [
      part('scheme'),
      part('userinfo'),
      part('host'),
      part('query'),
      part('fragment'),
    ];
    const authority = host || user ? `//${user && `${user}@`}${host}` : '';
    return text(
      `${scheme && `${scheme}:`}${authority}${part('path')}${query && `?${query}`}${fragment && `#${fragment}`}`,
    );
  }),
};

const URL_PARTS =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

function parsedUrl(url: string): Data {
  const match = URL_PARTS.exec(url) ?? fault('unable to parse url');
  const [, scheme = '', userinfo = '', host = '', path = '', query = '', fragment = ''] = match;
  const hostname = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
  const parts = { scheme, userinfo, host, hostname, path, query, opaque: '', fragment };
  return dict(Object.entries(parts).map(([name, value]) => [name, text(value)] as const));
}
