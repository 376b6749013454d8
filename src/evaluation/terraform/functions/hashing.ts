import { createHash } from 'node:crypto';
import { Fault } from '../fault.js';
import { opened, scalars, type Functions } from './definition.js';

export const hashFunctions: Functions = {
  base64sha256: scalars(['string'], (text) => digest('sha256', text, 'base64')),
  base64sha512: scalars(['string'], (text) => digest('sha512', text, 'base64')),
  md5: scalars(['string'], (text) => digest('md5', text, 'hex')),
  sha1: scalars(['string'], (text) => digest('sha1', text, 'hex')),
  sha256: scalars(['string'], (text) => digest('sha256', text, 'hex')),
  sha512: scalars(['string'], (text) => digest('sha512', text, 'hex')),
  uuidv5: scalars(['string', 'string'], uuidV5),
  // Different each time, or with a secret.
  uuid: (call) => opened(call),
  bcrypt: (call) => opened(call),
  rsadecrypt: (call) => opened(call),
};

export function digest(algorithm: string, text: string, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(text, 'utf8').digest(encoding);
}

/** RFC 9562, section 5.5. */
function uuidV5(namespace: string, name: string): string {
  const hash = createHash('sha1').update(namespaceBytes(namespace)).update(name, 'utf8').digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The names of RFC 9562, section 6.6. */
function namespaceBytes(namespace: string): Buffer {
  const known: Readonly<Record<string, string>> = {
    dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
    oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
    x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
  };
  const hex = (known[namespace] ?? namespace).replaceAll('-', '');
  if (!/^[0-9a-fA-F]{32}$/.test(hex)) throw new Fault('the namespace is no UUID');
  return Buffer.from(hex, 'hex');
}
