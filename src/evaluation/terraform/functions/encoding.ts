import { gunzipSync } from 'node:zlib';
import { scalar, type Value } from '../../../syntax/value.js';
import { Fault } from '../fault.js';
import { plainOf } from '../plain.js';
import { boundText } from '../session.js';
import { computed, isDecided, open } from '../values.js';
import { documentIn, withDocument } from '../encoded.js';
import { argument, opened, plain, plainText, scalars, type Call, type Functions } from './definition.js';
import { encodeJson } from './json.js';
import { decodeJson, decodeYaml } from './documents.js';
import { encodeYaml } from './yaml.js';

export const encodingFunctions: Functions = {
  base64decode: scalars(['string'], (text) => decodeText(decodeBase64(text))),
  base64encode: scalars(['string'], (text) => Buffer.from(text, 'utf8').toString('base64')),
  base64gzip: (call) => opened(call),
  base64gunzip: scalars(['string'], (text) =>
    decodeText(gunzipSync(decodeBase64(text), { maxOutputLength: 1_000_000 })),
  ),
  csvdecode: plain(([text]) => decodeCsv(plainText(text))),
  jsondecode: (call) => decode(call, decodeJson),
  jsonencode: (call) => encode(call, encodeJson),
  textdecodebase64: scalars(['string', 'string'], (text, encoding) =>
    new TextDecoder(encoding).decode(decodeBase64(text)),
  ),
  textencodebase64: scalars(['string', 'string'], (text, encoding) =>
    Buffer.from(text, bufferEncoding(encoding)).toString('base64'),
  ),
  urlencode: scalars(['string'], (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
  ),
  urldecode: scalars(['string'], (text) => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      throw new Fault('the text is not URL-encoded');
    }
  }),
  yamldecode: (call) => decode(call, decodeYaml),
  yamlencode: (call) => encode(call, encodeYaml),
};

/** The text when all of it is known; what was encoded is kept for those that read the structure. */
function encode(call: Call, write: (value: ReturnType<typeof plainOf>) => string): Value {
  const value = argument(call.args, 0);
  const origin = computed(call.span, call.args);
  const text = isDecided(value)
    ? scalar(boundText(write(plainOf(value))), origin)
    : open(call.source, call.span, call.args);
  return withDocument(text, value);
}

/** What was encoded in the same program comes back as it was, open parts included. */
function decode(call: Call, read: (text: Value, call: Call) => Value): Value {
  const value = argument(call.args, 0);
  const document = documentIn(value);
  if (document) return { ...document, origin: computed(call.span, [document]) };
  if (value.kind === 'undetermined') return opened(call);
  return read(value, call);
}

function decodeBase64(text: string): Buffer {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new Fault('the text is not base64');
  return Buffer.from(text, 'base64');
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault('the bytes are no UTF-8 text');
  }
}

function bufferEncoding(name: string): BufferEncoding {
  switch (name.toUpperCase()) {
    case 'UTF-8':
      return 'utf8';
    case 'UTF-16LE':
      return 'utf16le';
    case 'ISO-8859-1':
      return 'latin1';
    default:
      throw new Fault(`the encoding "${name.slice(0, 40)}" is not supported`);
  }
}

/** RFC 4180: the first line names the columns. */
function decodeCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = csvRows(text);
  return rows.map((row) => {
    if (row.length !== head.length) throw new Fault('a row has another number of columns than the first one');
    return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']));
  });
}

function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Fault('the text is no CSV');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.length > 1 || cells[0] !== '');
}
