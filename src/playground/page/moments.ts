/** How moments are written for a reader in their own time zone. The page's clock is the playground's, never the machine's. */

const DAY_MS = 86_400_000;

export function clockTime(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "Today", "Yesterday", "Tomorrow", or "Mon 23 Nov". */
export function dayName(at: number, now: number, zone: string): string {
  const near = [
    ["Yesterday", now - DAY_MS],
    ["Today", now],
    ["Tomorrow", now + DAY_MS],
  ] as const;
  const found = near.find(([, moment]) => dateKey(moment, zone) === dateKey(at, zone));
  return found?.[0] ?? shortDate(at, zone);
}

export function shortDate(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(at);
}

/** A date of Slack's own format, as far as it is used: a day, a time, or both. */
export function inFormat(at: number, format: string, now: number, zone: string): string {
  return format
    .replaceAll(/\{date[^}]*\}/g, dayName(at, now, zone))
    .replaceAll(/\{time[^}]*\}/g, clockTime(at, zone))
    .replaceAll(/\{ago\}/g, dayName(at, now, zone));
}

/** The next 9:30 of a working day in that zone: the morning message has been sent by then. */
export function nextMorning(now: number, zone: string): number {
  const day = dateKey(now, zone);
  let at = now - (now % 1_800_000);
  do at += 1_800_000;
  while (dateKey(at, zone) === day || clockTime(at, zone) !== "09:30" || isWeekend(at, zone));
  return at;
}

function isWeekend(at: number, zone: string): boolean {
  return /^(Sat|Sun)/.test(shortDate(at, zone));
}

/** A key that is the same for two moments of one day. */
export function dateKey(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}

export function momentOf(ts: string): number {
  return Number(ts) * 1000;
}
