import { DateTime } from "luxon";

export type Workday = { readonly from: number; readonly to: number };

/** That moment by the clocks of a zone; of no zone that is known, by UTC. */
export const inZone = (now: number, zone: string): DateTime => {
  const there = DateTime.fromMillis(now, { zone, locale: "en-GB" });
  return there.isValid ? there : DateTime.fromMillis(now, { zone: "utc", locale: "en-GB" });
};

const isWeekend = (day: DateTime) => day.weekday > 5;

/** The day it is there, as "2026-11-21". */
export function dayOf(now: number, zone: string): string {
  return inZone(now, zone).toFormat("yyyy-MM-dd");
}

/** True within the person's working hours, Monday to Friday, by their own clock. */
export function isWorkingTime(now: number, zone: string, workday: Workday): boolean {
  const there = inZone(now, zone);
  const minutes = there.hour * 60 + there.minute;
  return !isWeekend(there) && minutes >= workday.from && minutes < workday.to;
}

/** The start of the person's next working day, in milliseconds: always later than `now`. */
export function nextMorning(now: number, zone: string, workday: Workday): number {
  const there = inZone(now, zone);
  const startOf = (day: DateTime) =>
    day.startOf("day").set({ hour: Math.floor(workday.from / 60), minute: workday.from % 60 });
  for (let ahead = 0; ahead < 8; ahead += 1) {
    const start = startOf(there.plus({ days: ahead }));
    if (!isWeekend(start) && start.toMillis() > now) return start.toMillis();
  }
  return now + 24 * 60 * 60 * 1000;
}
