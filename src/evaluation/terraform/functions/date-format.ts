/** The pattern letters of `formatdate`. Times are in UTC. */
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

/** @throws Fault for a letter that the pattern language does not have */
export function formatDate(pattern: string, time: Date): string {
  return pattern.replace(/'((?:[^']|'')*)'|([a-zA-Z])\2*/g, (all, quoted: string | undefined) =>
    quoted === undefined ? field(all, time) : quoted.replaceAll("''", "'"),
  );
}

function field(letters: string, time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = months[time.getUTCMonth()] ?? '';
  const day = days[time.getUTCDay()] ?? '';
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
    ZZZZZ: '+00:00',
    ZZZZ: '+0000',
    ZZZ: 'UTC',
    Z: 'Z',
  };
  const found = fields[letters];
  if (found === undefined) throw new Fault(`"${letters}" is no field of a date`);
  return found;
}
