import type { LeasedJob } from "../store/store.ts";
import { isMuted } from "../telling/decide.ts";
import { morningNote } from "../telling/morning-note.ts";
import { openQuestions } from "../telling/suggestion-note.ts";
import { OutsideError } from "../telling/outside.ts";
import { dayOf } from "../telling/working-day.ts";
import type { Asked, Offer, Thread } from "../threads/thread.ts";
import { TryLater } from "./deliver.ts";
import { linkTo, refreshHome, threadsFor } from "./home.ts";
import { type Parts, SECOND } from "./parts.ts";
import { changePerson, changeThread, getPerson } from "./records.ts";

const MOST_TRIES = 5;

/**
 * The start of a person's working day: one direct message sums up what waits and which questions nobody answered, each
 * mentioned once. Nothing waits: no message.
 */
export async function morningDue(parts: Parts, job: LeasedJob): Promise<void> {
  const user = job.about["user"] ?? "";
  const record = await getPerson(parts, job.team, user);
  if (isMuted(record, parts.now())) return;
  const { zone } = await parts.outside.person(job.team, user);
  const day = dayOf(parts.now(), zone);
  const threads = await threadsFor(parts, job.team, user);
  const waiting = threads.flatMap((thread) => waitingIn(thread, user).map((offer) => ({ thread, offer })));
  const unanswered = threads.flatMap((thread) =>
    unansweredIn(thread, user).map((asked) => ({ thread, asked })),
  );
  if (waiting.length + unanswered.length === 0) return;

  // Written down first: a message lost with a process still stands in Home, one sent twice is a nuisance.
  let first = false;
  await changePerson(parts, job.team, user, (person) => {
    first = person.morning !== day;
    return first ? { ...person, morning: day } : undefined;
  });
  if (!first) return;
  const note = morningNote({
    waiting: await Promise.all(
      waiting.map(async ({ thread, offer }) => ({
        ref: thread,
        offer,
        link: await linkTo(parts, thread, offer.about),
      })),
    ),
    unanswered: await Promise.all(
      unanswered.map(async ({ thread, asked }) => ({
        ref: thread,
        asked,
        link: await linkTo(parts, thread, asked.ts),
      })),
    ),
  });
  try {
    const delivery = await parts.outside.direct({ team: job.team, user }, note);
    parts.log.info(
      { team: job.team, user, items: waiting.length + unanswered.length, accepted: delivery.accepted },
      "morning message",
    );
    if (!delivery.accepted) return;
  } catch (error) {
    if (!(error instanceof OutsideError) || error.uncertain || job.tries >= MOST_TRIES) throw error;
    await changePerson(parts, job.team, user, ({ morning: _day, ...person }) => person);
    throw new TryLater(error.retryAt ?? parts.now() + 2 ** job.tries * SECOND, error);
  }
  for (const thread of threads) await markTold(parts, thread, user);
  await refreshHome(parts, job.team, user);
}

function waitingIn(thread: Thread, user: string): Offer[] {
  return thread.offers.filter(
    (offer) => offer.to[user]?.state === "waiting" && openQuestions(offer).length > 0,
  );
}

function unansweredIn(thread: Thread, user: string): Asked[] {
  return thread.asked.filter(
    (asked) =>
      asked.by === user &&
      !asked.mentioned &&
      !asked.closed &&
      asked.ts !== "" &&
      asked.verdict?.label !== "answered",
  );
}

async function markTold(parts: Parts, ref: Thread, user: string): Promise<void> {
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    const waiting = new Set(waitingIn(ref, user).map((offer) => offer.id));
    const unanswered = new Set(unansweredIn(ref, user).map((asked) => asked.id));
    return {
      thread: {
        ...thread,
        offers: thread.offers.map((offer) =>
          waiting.has(offer.id)
            ? { ...offer, to: { ...offer.to, [user]: { state: "told", at: parts.now() } } }
            : offer,
        ),
        asked: thread.asked.map((asked) =>
          unanswered.has(asked.id) ? { ...asked, mentioned: true } : asked,
        ),
      },
    };
  });
}
