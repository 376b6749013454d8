/** The pattern letters of `formatdate`. */
import { Fault } from '../fault.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * @param offset of the time zone that the time was given in, and is shown in: `Z` or `-08:00`
 * @throws Fault for a letter that the pattern language does not have
 */
export function formatDate(pattern: string, time: Date, offset: string): string {
  const local = new Date(time.getTime() + minutesOf(offset) * 60_000);
  return pattern.replace(/'((?:[^']|'')*)'|([a-zA-Z])\2*/g, (all, quoted: string | undefined) =>
    quoted === undefined ? field(all, local, offset) : quoted.replaceAll("''", "'"),
  );
}

function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const total = 60 * Number(hours ?? 0) + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

/** @param time shifted so that its UTC fields are those of the time zone */
function field(letters: string, time: Date, offset: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = months[time.getUTCMonth()] ?? '';
  const day = days[time.getUTCDay()] ?? '';
  const numeric = offset === 'Z' ? '+00:00' : offset;
  const hour = time.getUTCHours();
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const fields: Readonly<Record<string, string>> = {
    YYYY: String(time.getUTCFullYear()).padStart(4, '0'),
    YY: two(time.getUTCFullYear() % 100),
    MMMM: month,
    MMM: month.slice(0, 3),
    MM: two(time.getUTCMonth() + 1),
    M: String(time.getUTCMonth() + 1),
    DD: two(time.getUTCDate()),
    D: String(time.getUTCDate()),
    EEEE: day,
    EEE: day.slice(0, 3),
    hh: two(hour),
    h: String(hour),
    HH: two(twelve),
    H: String(twelve),
    AA: hour < 12 ? 'AM' : 'PM',
    aa: hour < 12 ? 'am' : 'pm',
    mm: two(time.getUTCMinutes()),
    m: String(time.getUTCMinutes()),
    ss: two(time.getUTCSeconds()),
    s: String(time.getUTCSeconds()),
    ZZZZZ: numeric,
    ZZZZ: numeric.replace(':', ''),
    ZZZ: numeric === '+00:00' ? 'UTC' : numeric.replace(':', ''),
    Z: numeric === '+00:00' ? 'Z' : numeric,
  };
  const found = fields[letters];
  if (found === undefined) throw new Fault(`"${letters}" is no field of a date`);
  return found;
}
