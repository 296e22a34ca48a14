import { FOREVER } from "../telling/consent.ts";
import { OutsideError } from "../telling/outside.ts";
import { nextMorning } from "../telling/working-day.ts";
import { morningJob } from "./jobs.ts";
import type { Parts } from "./parts.ts";
import { changePerson, getPerson } from "./records.ts";

/** Where somebody lives, as Slack tells. */
export const zoneOf = async ({ outside }: Parts, team: string, user: string): Promise<string> =>
  (await outside.person(team, user)).zone;

/** The same for what must be seen to all the same, also where Slack does not say in which zone somebody lives. */
export async function zoneOrUtc(parts: Parts, team: string, user: string): Promise<string> {
  try {
    return await zoneOf(parts, team, user);
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return "Etc/UTC";
  }
}

/** The job that tells this person what waits: at the start of their next working day, and not before their pause ends. */
export async function morningFor(parts: Parts, team: string, user: string, zone: string) {
  const { mutedUntil = 0, workday } = await getPerson(parts, team, user);
  // A pause that ends at that very moment is over by then.
  const from = mutedUntil === FOREVER ? parts.now() : Math.max(parts.now(), mutedUntil - 1);
  return morningJob(team, user, nextMorning(from, zone, workday));
}

/** Schedules it. The person's time zone is asked of Slack where it is not at hand. */
export async function scheduleMorning(
  parts: Parts,
  team: string,
  user: string,
  zone?: string,
): Promise<void> {
  const job = await morningFor(parts, team, user, zone ?? (await zoneOf(parts, team, user)));
  await changePerson(parts, team, user, (person) => person, [job]);
}
