import type { Value } from '../../../syntax/value.js';
import { fromText } from '../partial.js';
import { partial, pure } from './function.js';
import type { Call, Family } from './function.js';
import { parseJsonText } from './object.js';
import { record, result, stringOf } from './operand.js';
import { scalar } from '../../../syntax/value.js';

/** Functions that encode texts, and those of addresses on the web. All of them look at every character. */
export const encodingFunctions: Family = {
  base64: text((value) => Buffer.from(value, 'utf8').toString('base64')),
  base64tostring: text((value) => decode(value)),
  base64tojson: pure(1, 1, ([value], call) => parseJsonText(decode(stringOf(value) ?? '!'), call), {
    characters: true,
  }),
  datauri: text((value) => `data:text/plain;charset=utf-8;base64,${Buffer.from(value, 'utf8').toString('base64')}`),
  datauritostring: text(dataUriText),
  uricomponent: text((value) => encodeURIComponent(value)),
  uricomponenttostring: text(decodeComponent),
  uri: partial(2, 2, uri),
  parseuri: pure(1, 1, parseUri, { characters: true }),
};

function text(convert: (value: string) => string | undefined): Family[string] {
  return pure(
    1,
    1,
    ([value], call) => {
      const input = stringOf(value);
      return input === undefined ? undefined : result(convert(input), call);
    },
    { characters: true },
  );
}

function decode(value: string): string | undefined {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(value) ? Buffer.from(value, 'base64').toString('utf8') : undefined;
}

function dataUriText(value: string): string | undefined {
  const [, encoded, data = ''] = /^data:[^,]*?(;base64)?,(.*)$/s.exec(value) ?? [];
  if (!value.startsWith('data:')) return undefined;
  return encoded ? decode(data) : decodeComponent(data);
}

function decodeComponent(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** With an open base the address stays open, and what is added to it is known. */
function uri([base, relative]: readonly Value[], call: Call): Value | undefined {
  const addition = stringOf(relative);
  if (base?.kind === 'undetermined' && addition !== undefined) return fromText([base, addition], call.origin);
  return result(join(stringOf(base), addition), call);
}

/** RFC 3986 resolution, as "Template functions - string: uri" describes it for bases with and without a last slash. */
function join(base: string | undefined, relative: string | undefined): string | undefined {
  if (base === undefined || relative === undefined || !URL.canParse(relative, base)) return undefined;
  return new URL(relative, base).href;
}

function parseUri([value]: readonly Value[], call: Call): Value | undefined {
  const address = stringOf(value);
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const field = (content: string | number | null): Value => scalar(content, call.origin);
  return record(
    {
      scheme: field(url.protocol.replace(/:$/, '')),
      host: field(url.hostname),
      port: field(url.port === '' ? null : Number(url.port)),
      path: field(url.pathname),
      query: field(url.search),
    },
    call,
  );
}
