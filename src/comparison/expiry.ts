/** When what is accepted ends. Dates are days in UTC as `2027-01-31`, and today is always handed in. */

/** How many days before its end an acceptance is announced. */
export const announcedFrom = 14;

/** Days from today to the last day on which it counts: 0 on that day, negative once it is past, null without an end. */
export function daysLeft(until: string | null, today: string): number | null {
  return until === null ? null : Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000);
}

export function isOver(until: string | null, today: string): boolean {
  return (daysLeft(until, today) ?? 0) < 0;
}

/** `ends on 2026-12-01, in 8 days`, for what is announced; undefined where there is time, no end, or where it is over. */
export function announcement(until: string | null, today: string): string | undefined {
  const days = daysLeft(until, today);
  if (days === null || days < 0 || days > announcedFrom) return undefined;
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${String(days)} days`;
  return `ends on ${until ?? ''}, ${when}`;
}

/** Whether a text of the form 2027-01-31 is a day: the 31st of February is none. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
