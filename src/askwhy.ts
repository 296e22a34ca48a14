import type { LeasedJob } from "./store/store.ts";
import { welcomeNote } from "./telling/consent-notes.ts";
import type { Heard, Listener } from "./telling/outside.ts";
import { type ChannelMemory, channelMemory } from "./story/channel-memory.ts";
import { heardDeletion, heardMessage, heardRemoval } from "./story/heard.ts";
import { homeOpened } from "./story/home.ts";
import { invoked } from "./story/invoked.ts";
import { judgeDue } from "./story/judge.ts";
import { morningDue } from "./story/morning.ts";
import { DAY, type Parts } from "./story/parts.ts";
import { pressed } from "./story/pressed.ts";
import { changeChannel } from "./story/records.ts";
import { suggestDue } from "./story/suggest.ts";

/**
 * The whole story: a message is heard and kept; when its author has been quiet a job is due, and what is worth asking is
 * shown to the PM; the PM presses something; a reply is heard through the same door; when the thread has been quiet a
 * job is due, and the reply is judged.
 */
export type Askwhy = Listener & { due(job: LeasedJob): Promise<void> };

export function createAskwhy(parts: Parts): Askwhy {
  const memory = channelMemory();
  return {
    heard: (heard) => hear(parts, memory, heard),
    pressed: (what) => pressed(parts, memory, what),
    invoked: (what) => invoked(parts, what),
    due: (job) => due(parts, job),
  };
}

async function hear(parts: Parts, memory: ChannelMemory, heard: Heard): Promise<void> {
  switch (heard.what) {
    case "said":
    case "edited":
      return heardMessage(parts, memory, heard);
    case "deleted":
      return heardDeletion(parts, heard);
    case "invited":
      return invited(parts, memory, heard);
    case "removed":
      return heardRemoval(parts, memory, heard);
    case "home-opened":
      return homeOpened(parts, heard.team, heard.user);
    case "uninstalled":
      return parts.store.forget(heard.team);
  }
}

/** Whoever invites the bot is asked, privately, who the PM is. Nobody else hears of it. */
async function invited(
  parts: Parts,
  memory: ChannelMemory,
  heard: Extract<Heard, { what: "invited" }>,
): Promise<void> {
  const { team, channel, by } = heard;
  if (by === undefined) return;
  await changeChannel(parts, team, channel, (record) => ({ ...record, invitedBy: by }));
  memory.forget(team, channel);
  // Slack delivers the event again when we are slow; the inviter is asked once.
  const now = parts.now();
  if (!(await parts.store.claim(team, `welcome:${channel}:${by}`, now, now + DAY))) return;
  await parts.outside.whisper({ team, channel, user: by }, welcomeNote(channel));
}

async function due(parts: Parts, job: LeasedJob): Promise<void> {
  switch (job.kind) {
    case "suggest":
      return suggestDue(parts, job);
    case "judge":
      return judgeDue(parts, job);
    case "morning":
      return morningDue(parts, job);
    default:
      parts.log.warn({ team: job.team, kind: job.kind }, "a job of a kind this version does not know");
  }
}
