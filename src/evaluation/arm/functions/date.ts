import type { Value } from '../../../syntax/value.js';
import { pure } from './function.js';
import type { Call, Family } from './function.js';
import { integerOf, result, stringOf } from './operand.js';

/** Functions of dates. Only what can be told exactly is computed: ISO dates, ISO durations, common format tokens. */
export const dateFunctions: Family = {
  datetimeadd: pure(2, 3, add),
  datetimefromepoch: pure(1, 1, ([value], call) => {
    const seconds = integerOf(value);
    return seconds === undefined || Math.abs(seconds) > 8e12 ? undefined : result(iso(new Date(seconds * 1000)), call);
  }),
  datetimetoepoch: pure(1, 1, ([value], call) => {
    const date = parse(stringOf(value));
    return date && result(Math.floor(date.getTime() / 1000), call);
  }),
};

const duration =
  /^(-?)P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/;

/** Without a format the result is written like the base; only the ISO form with `Z` is known for sure. */
function add([base, span, format]: readonly Value[], call: Call): Value | undefined {
  const text = stringOf(base);
  const date = parse(text);
  const match = duration.exec(stringOf(span) ?? '');
  if (!date || !match || text === undefined) return undefined;
  const sign = match[1] === '-' ? -1 : 1;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => sign * Number(part || 0));
  date.setUTCFullYear(date.getUTCFullYear() + (years ?? 0), date.getUTCMonth() + (months ?? 0));
  const elapsed = (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  const moved = new Date(date.getTime() + elapsed * 1000);
  if (Number.isNaN(moved.getTime())) return undefined;
  if (!format) return /T.*Z$/.test(text) ? result(iso(moved), call) : undefined;
  return result(written(moved, stringOf(format)), call);
}

function parse(text: string | undefined): Date | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text))
    return undefined;
  const zoned = /Z$|[+-]\d\d:\d\d$/.test(text) || text.length === 10 ? text : `${text}Z`;
  const date = new Date(zoned.replace(' ', 'T'));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function iso(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function written(date: Date, format: string | undefined): string | undefined {
  if (format === undefined || format.length < 2 || /[^yMdHmsTZ:\-/ .'\\]/.test(format)) return undefined;
  const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
  const fields: Record<string, string> = {
    yyyy: pad(date.getUTCFullYear(), 4),
    yy: pad(date.getUTCFullYear() % 100),
    MM: pad(date.getUTCMonth() + 1),
    dd: pad(date.getUTCDate()),
    HH: pad(date.getUTCHours()),
    mm: pad(date.getUTCMinutes()),
    ss: pad(date.getUTCSeconds()),
  };
  const unread: string[] = [];
  const text = format.replace(/'([^']*)'|([yMdHms])\2*/g, (run: string, quoted: string | undefined) => {
    const value = quoted ?? fields[run];
    if (value === undefined) unread.push(run);
    return value ?? '';
  });
  return unread.length === 0 ? text : undefined;
}
