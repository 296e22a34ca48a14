import type { LeasedJob } from "./store/store.ts";
import type { Heard, Listener } from "./telling/outside.ts";
import { type ChannelMemory, channelMemory } from "./story/channel-memory.ts";
import { tidyDue } from "./story/clearing.ts";
import { heardMessage } from "./story/heard.ts";
import { homeOpened } from "./story/home.ts";
import { invoked } from "./story/invoked.ts";
import { judgeDue } from "./story/judge.ts";
import { morningDue } from "./story/morning.ts";
import type { Parts } from "./story/parts.ts";
import { heardPosted } from "./story/posting.ts";
import { postingDue, postingGivenUp } from "./story/posting-due.ts";
import { pressed } from "./story/pressed.ts";
import { unreadDue } from "./story/privacy.ts";
import { heardDeletion, heardRemoval } from "./story/removed.ts";
import { soundStore } from "./story/sound-store.ts";
import { suggestDue, suggestGivenUp } from "./story/suggest.ts";
import { invited, welcomeDue } from "./story/welcome.ts";

/**
 * The whole story: a message is heard and kept; when its author has been quiet a job is due, and what is worth asking is
 * shown to the PM; the PM presses something; a reply is heard through the same door; when the thread has been quiet a
 * job is due, and the reply is judged.
 */
export type Askwhy = Listener & {
  readonly due: (job: LeasedJob) => Promise<void>;
  /** The job failed so often that it will not be tried again. */
  readonly givenUp: (job: LeasedJob) => Promise<void>;
};

export function createAskwhy(given: Parts): Askwhy {
  const parts = { ...given, store: soundStore(given.store, given.log) };
  const memory = channelMemory();
  return {
    heard: (heard) => hear(parts, memory, heard),
    pressed: (what) => pressed(parts, memory, what),
    invoked: (what) => invoked(parts, memory, what),
    due: (job) => due(parts, job),
    givenUp: async (job) => {
      if (job.kind === "suggest") await suggestGivenUp(parts, job);
      if (job.kind === "posting") await postingGivenUp(parts, job);
    },
  };
}

async function hear(parts: Parts, memory: ChannelMemory, heard: Heard): Promise<void> {
  switch (heard.what) {
    case "said":
    case "edited": {
      const outcome = await heardMessage(parts, memory, heard);
      return parts.tally?.message(outcome);
    }
    case "deleted":
      return heardDeletion(parts, memory, heard);
    case "invited":
      return invited(parts, memory, heard);
    case "removed":
      return heardRemoval(parts, memory, heard);
    case "home-opened":
      return homeOpened(parts, heard.team, heard.user);
    case "posted":
      return heardPosted(parts, heard);
    case "uninstalled":
      await parts.store.forget(heard.team);
      memory.forgetChannels(heard.team);
      return memory.forgetPeople(heard.team);
  }
}

async function due(parts: Parts, job: LeasedJob): Promise<void> {
  switch (job.kind) {
    case "suggest":
      return suggestDue(parts, job);
    case "welcome":
      return welcomeDue(parts, job);
    case "judge":
      return judgeDue(parts, job);
    case "posting":
      return postingDue(parts, job);
    case "morning":
      return morningDue(parts, job);
    case "tidy":
      return tidyDue(parts, job);
    case "unread":
      return unreadDue(parts, job);
    default:
      parts.log.warn({ team: job.team, kind: job.kind }, "a job of a kind this version does not know");
  }
}
