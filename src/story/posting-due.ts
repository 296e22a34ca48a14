import type { LeasedJob } from "../store/store.ts";
import { OutsideError } from "../telling/outside.ts";
import type { Asked, Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { SENDING } from "./deliver.ts";
import { morningFor, scheduleMorning, zoneOrUtc } from "./next-morning.ts";
import { linkTo, refreshHome } from "./home.ts";
import { refOfJob } from "./jobs.ts";
import type { Parts } from "./parts.ts";
import { askedIn, beginPosting, noteDown, takeBack, withWords } from "./posting.ts";
import { getThread } from "./records.ts";
import { saying } from "./saying.ts";
import { TryLater } from "./try-later.ts";

/**
 * What became of a question somebody sent, some seconds ago? Posted it is followed. Where the process that was to post it died, or
 * Slack's answer was lost, the thread itself tells; what does not stand there is given back to whoever sent it, and not posted any
 * more: by now they may have asked in their own words.
 */
export async function postingDue(parts: Parts, job: LeasedJob): Promise<void> {
  const ref = refOfJob(job);
  const thread = await getThread(parts, ref);
  const asked = thread?.asked.find(({ id }) => id === job.about["asked"]);
  if (thread === undefined || asked === undefined) return;
  const zone = await zoneOrUtc(parts, ref.team, asked.by);
  if (asked.ts !== "") return scheduleMorning(parts, ref.team, asked.by, zone);

  if (asked.sent !== undefined && parts.now() < asked.sent + SENDING) throw atWork(asked.sent);
  // Nobody begins it any more from here on.
  if (asked.sent === undefined && !(await beginPosting(parts, ref, asked.id))) throw atWork(parts.now());
  const ts = asked.sent === undefined ? undefined : await find(parts, ref, thread, asked);
  if (typeof ts === "string") {
    const morning = await morningFor(parts, ref.team, asked.by, zone);
    await noteDown(parts, ref, asked.id, { ts, morning });
  } else {
    await tell(parts, { ref, asked, text: job.about["text"] ?? asked.text, unclear: ts === null });
    await takeBack(parts, ref, asked);
  }
  parts.log.warn({ ...ref, user: asked.by, asked: asked.id, posted: typeof ts === "string" }, "cut short");
  await refreshHome(parts, ref.team, asked.by);
}

/** It was tried so often that it will not be tried again: the question can be asked anew. */
export async function postingGivenUp(parts: Parts, job: LeasedJob): Promise<void> {
  const ref = refOfJob(job);
  const asked = (await getThread(parts, ref))?.asked.find(({ id }) => id === job.about["asked"]);
  if (asked?.ts === "") await takeBack(parts, ref, asked);
}

const atWork = (since: number) => new TryLater(since + SENDING, "it is being posted");

/** Where the question stands in the thread; undefined where it does not, null where Slack lets nobody look. */
async function find(
  parts: Parts,
  ref: ThreadRef,
  thread: Thread,
  asked: Asked,
): Promise<Ts | undefined | null> {
  const posted = await parts.outside.posted(ref);
  if ("accepted" in posted) return null;
  return posted.findLast((one) => askedIn(thread, one)?.id === asked.id)?.ts;
}

/** In a direct message, since they may be elsewhere by now; where Slack takes none for them, in the channel. */
async function tell(
  parts: Parts,
  {
    ref,
    asked,
    text,
    unclear,
  }: {
    readonly ref: ThreadRef;
    readonly asked: Asked;
    readonly text: string;
    readonly unclear: boolean;
  },
): Promise<void> {
  const thread = { link: await linkTo(parts, ref, asked.about), label: "the thread" };
  const why = unclear
    ? ["I was interrupted, and can't tell whether your question was posted: please look into ", thread, "."]
    : ["I was interrupted: your question was not posted in ", thread, "."];
  try {
    const to = { team: ref.team, user: asked.by };
    const note = saying(withWords(why, text));
    const { accepted } = await parts.outside.direct(to, note);
    if (!accepted) await parts.outside.whisper({ ...to, channel: ref.channel }, note);
  } catch (error) {
    // What may have reached them is not said twice.
    if (!(error instanceof OutsideError) || !error.uncertain) throw error;
  }
}
