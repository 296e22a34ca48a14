import type { Job, LeasedJob } from "../store/store.ts";
import type { ThreadRef } from "../threads/thread.ts";
import { DAY } from "./parts.ts";

/** Every kind of job of the story, by name. */
export const JOB_KINDS = ["suggest", "judge", "posting", "welcome", "tidy", "unread", "morning"] as const;

const onThread = (kind: "suggest" | "judge", ref: ThreadRef, due: number): Job => ({
  team: ref.team,
  id: jobId(kind, ref),
  kind,
  due,
  about: { channel: ref.channel, root: ref.root },
});

export const jobId = (kind: "suggest" | "judge", ref: ThreadRef) => `${kind}:${ref.channel}/${ref.root}`;

/** The thread a job is about. */
export const refOfJob = ({ team, about }: LeasedJob): ThreadRef => ({
  team,
  channel: about["channel"] ?? "",
  root: about["root"] ?? "",
});

/** Look at the thread for something worth asking, once its author has been quiet. */
export const suggestJob = (ref: ThreadRef, due: number) => onThread("suggest", ref, due);

/** Judge the replies to the questions asked, once the thread has been quiet. */
export const judgeJob = (ref: ThreadRef, due: number) => onThread("judge", ref, due);

/** See to it that a question somebody sent is posted, or that they hear it was not. `text` is their words, whole. */
export const postingJob = (ref: ThreadRef, asked: string, text: string, due: number): Job => ({
  team: ref.team,
  id: postingJobId(ref, asked),
  kind: "posting",
  due,
  about: { channel: ref.channel, root: ref.root, asked, text },
});

export const postingJobId = (ref: ThreadRef, asked: string) => `posting:${ref.channel}/${ref.root}/${asked}`;

/** Ask whoever invited the bot who the PM is. */
export const welcomeJob = (team: string, channel: string, user: string, due: number): Job => ({
  team,
  id: `welcome:${channel}`,
  kind: "welcome",
  due,
  about: { channel, user },
});

/** Always the same moment of a day, so that scheduling anew moves nothing. */
export const nextMidnight = (now: number): number => (Math.floor(now / DAY) + 1) * DAY;

/** Clears away what is older than the days of retention, once a day for a workspace. */
export const tidyJob = (team: string, due: number): Job => ({
  team,
  id: "tidy",
  kind: "tidy",
  due,
  about: {},
});

/** Forget once more what somebody wrote before they switched its reading off: other processes hear of it a little later. */
export const unreadJob = (team: string, user: string, due: number): Job => ({
  team,
  id: `unread:${user}`,
  kind: "unread",
  due,
  about: { user },
});

/** Tell one person, at the start of their working day, what waits. */
export const morningJob = (team: string, user: string, due: number): Job => ({
  team,
  id: `morning:${user}`,
  kind: "morning",
  due,
  about: { user },
});
