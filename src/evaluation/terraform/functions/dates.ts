import { Fault } from '../fault.js';
import { formatDate } from './date-format.js';
import { opened, scalars, type Functions } from './definition.js';

export const dateFunctions: Functions = {
  formatdate: scalars(['string', 'string'], (pattern, time) => formatDate(pattern, parseTime(time), offsetIn(time))),
  timeadd: scalars(['string', 'string'], (time, duration) =>
    new Date(parseTime(time).getTime() + parseDuration(duration)).toISOString().replace(/\.\d+Z$/, 'Z'),
  ),
  timecmp: scalars(['string', 'string'], (a, b) => Math.sign(parseTime(a).getTime() - parseTime(b).getTime())),
  timestamp: (call) => opened(call),
  plantimestamp: (call) => opened(call),
};

/** RFC 3339. @throws Fault for what is no time */
function parseTime(text: string): Date {
  const time = new Date(text);
  const isTime = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(text);
  if (!isTime || Number.isNaN(time.getTime())) throw new Fault(`"${text.slice(0, 60)}" is no time`);
  return time;
}

/** `Z` or `-08:00` at the end of a time. */
function offsetIn(text: string): string {
  return /(?:[Zz]|[+-]\d\d:\d\d)$/.exec(text)?.[0].toUpperCase() ?? 'Z';
}

/** `1h30m` in milliseconds. */
function parseDuration(text: string): number {
  const units: Readonly<Record<string, number>> = {
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    us: 1e-3,
    µs: 1e-3,
    ns: 1e-6,
  };
  const [, sign, rest] = /^([+-]?)((?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+)$/.exec(text) ?? [];
  if (rest === undefined) throw new Fault(`"${text.slice(0, 60)}" is no duration`);
  let total = 0;
  for (const [, count, unit] of rest.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(count) * (units[unit ?? ''] ?? 0);
  }
  return sign === '-' ? -total : total;
}
