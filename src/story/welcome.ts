import { welcomeNote } from "../telling/consent-notes.ts";
import { type Heard, OutsideError } from "../telling/outside.ts";
import type { LeasedJob } from "../store/store.ts";
import type { ChannelMemory } from "./channel-memory.ts";
import { mayTryAgain, tryLater } from "./try-later.ts";
import { welcomeJob } from "./jobs.ts";
import type { Parts } from "./parts.ts";
import { changeChannel } from "./records.ts";

/** Whoever invites the bot is asked, privately, who the PM is; once, however often Slack delivers the event. */
export async function invited(
  parts: Parts,
  memory: ChannelMemory,
  { team, channel, by }: Extract<Heard, { what: "invited" }>,
): Promise<void> {
  if (by === undefined) return;
  await changeChannel(
    parts,
    team,
    channel,
    (record) => (record.invitedBy === by ? undefined : { ...record, invitedBy: by }),
    [welcomeJob(team, channel, by, parts.now())],
  );
  memory.forget(team, channel);
}

/** Nobody else hears of it. */
export async function welcomeDue(parts: Parts, job: LeasedJob): Promise<void> {
  const { channel = "", user = "" } = job.about;
  try {
    const delivery = await parts.outside.whisper({ team: job.team, channel, user }, welcomeNote(channel));
    parts.log.info({ team: job.team, channel, user, accepted: delivery.accepted }, "welcome");
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    if (!mayTryAgain(error, job.tries)) return parts.log.warn({ err: error }, "welcome not taken");
    throw tryLater(parts, error, job.tries);
  }
}
