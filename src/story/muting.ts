import { DateTime } from "luxon";
import { FOREVER } from "../telling/consent.ts";
import { until } from "../telling/home.ts";
import type { Handle } from "../telling/outside.ts";
import { scheduleMorning } from "./next-morning.ts";
import { refreshHome } from "./home.ts";
import { say } from "./saying.ts";
import { DAY, type Parts } from "./parts.ts";
import { changePerson } from "./records.ts";

/** How long `/askwhy mute` may last, in words. */
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY };

/**
 * When a mute ends: "2h", "1d", "1w", a date ("2026-12-24", the start of that day for the person), "forever", and nothing at
 * all for forever; undefined where the words are none of these, or in the past.
 */
export function muteEnd(words: string, now: number, zone: string): number | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(for|until|till)\s+/, "");
  if (text === "" || text === "forever") return FOREVER;
  const span = /^(\d{1,3})\s*(m|h|d|w)[a-z]*$/.exec(text);
  const unit = UNITS[span?.[2] ?? ""];
  if (span !== null && unit !== undefined) return now + Number(span[1]) * unit;
  if (text === "tomorrow")
    return DateTime.fromMillis(now, { zone }).plus({ days: 1 }).startOf("day").toMillis();
  const date = DateTime.fromISO(text, { zone });
  return date.isValid && date.toMillis() > now ? date.toMillis() : undefined;
}

export async function mute(parts: Parts, handle: Handle, words: string): Promise<void> {
  const { team, user } = handle;
  const { zone } = await parts.outside.person(team, user);
  const end = muteEnd(words, parts.now(), zone);
  if (end === undefined) {
    return say(parts, handle, "For how long? /askwhy mute 2h, mute 1d, mute 2026-12-24, or mute forever.");
  }
  await changePerson(parts, team, user, (person) => ({ ...person, mutedUntil: end }));
  await say(parts, handle, [
    "No nudges for you ",
    ...until(end),
    ". /askwhy unmute brings them back; others see no change.",
  ]);
  await refreshHome(parts, team, user);
}

export async function unmuteAll(parts: Parts, handle: Handle): Promise<void> {
  const { team, user } = handle;
  await changePerson(parts, team, user, ({ mutedUntil: _gone, ...person }) => ({
    ...person,
    mutedThreads: [],
    mutedQuestions: [],
  }));
  await scheduleMorning(parts, team, user);
  await say(parts, handle, "Nudges are back, in every thread and for every question.");
  await refreshHome(parts, team, user);
}
