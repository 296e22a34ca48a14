import type { LeasedJob } from "../store/store.ts";
import { FOREVER, type PersonRecord } from "../telling/consent.ts";
import { hiddenIn, isMuted, threadName } from "../telling/decide.ts";
import type { Note } from "../telling/note.ts";
import { morningNote } from "../telling/morning-note.ts";
import { openQuestions } from "../telling/suggestion-note.ts";
import { OutsideError } from "../telling/outside.ts";
import { dayOf, isWorkingTime } from "../telling/working-day.ts";
import { standsStill } from "../threads/fold.ts";
import { type Asked, isOpen, type Offer, type Thread } from "../threads/thread.ts";
import { scheduleMorning } from "./next-morning.ts";
import { mayTryAgain, tryLater } from "./try-later.ts";
import { askedOf, linkTo, refreshHome, threadsFor } from "./home.ts";
import { type Parts, SECOND } from "./parts.ts";
import { changePerson, changeThread, getChannel, getPerson } from "./records.ts";

/**
 * The start of a person's working day: one direct message sums up what waits and which questions nobody answered, each
 * mentioned once. Nothing waits: no message.
 */
export async function morningDue(parts: Parts, job: LeasedJob): Promise<void> {
  const user = job.about["user"] ?? "";
  const record = await getPerson(parts, job.team, user);
  // Who unmutes brings it back: nobody waits for a job that far away.
  if (record.mutedUntil === FOREVER) return;
  const { zone } = await parts.outside.person(job.team, user);
  if (isMuted(record, parts.now())) return scheduleMorning(parts, job.team, user, zone);
  // The bot was down at nine, or the hours are other ones now: no message in the evening, the next morning will do.
  if (!isWorkingTime(parts.now(), zone, record.workday)) {
    return scheduleMorning(parts, job.team, user, zone);
  }
  const day = dayOf(parts.now(), zone);
  const items = await whatToSay(parts, job.team, record, { zone, day });
  if (items.waiting.length + items.unanswered.length === 0) return;

  // Written down first: a message lost with a process still stands in Home, one sent twice is a nuisance.
  let first = false;
  await changePerson(parts, job.team, user, (person) => {
    first = person.morning !== day;
    return first ? { ...person, morning: day } : undefined;
  });
  if (!first) return;
  const note = await noteOn(parts, record, items);
  try {
    const delivery = await parts.outside.direct({ team: job.team, user }, note);
    parts.log.info(
      {
        team: job.team,
        user,
        waiting: items.waiting.length,
        unanswered: items.unanswered.length,
        accepted: delivery.accepted,
      },
      "morning message",
    );
    if (!delivery.accepted) return await scheduleMorning(parts, job.team, user, zone);
  } catch (error) {
    if (!(error instanceof OutsideError) || !mayTryAgain(error, job.tries)) throw error;
    await changePerson(parts, job.team, user, ({ morning: _day, ...person }) => person);
    throw tryLater(parts, error, job.tries);
  }
  const told = new Set([
    ...items.waiting.map(({ offer }) => offer.id),
    ...items.unanswered.map(({ asked }) => asked.id),
  ]);
  for (const thread of items.threads) await markTold(parts, thread, user, told);
  await refreshHome(parts, job.team, user);
}

type Items = {
  readonly threads: readonly Thread[];
  readonly waiting: readonly { readonly thread: Thread; readonly offer: Offer }[];
  readonly unanswered: readonly { readonly thread: Thread; readonly asked: Asked }[];
};

async function whatToSay(
  parts: Parts,
  team: string,
  record: PersonRecord,
  { zone, day }: { readonly zone: string; readonly day: string },
): Promise<Items> {
  const threads = await threadsFor(parts, team, record.id, { anyway: false });
  const wanted = await whereNudged(parts, team, record.id, threads);
  const waiting = threads
    .filter((thread) => wanted.has(thread.channel))
    .flatMap((thread) => waitingIn(thread, record).map((offer) => ({ thread, offer })));
  const open = threads
    .flatMap((thread) => unansweredIn(thread, record.id).map((asked) => ({ thread, asked })))
    .filter(({ thread, asked }) => asked.how === "button" || wanted.has(thread.channel));
  const unanswered = open.filter(({ asked }) => dayOf(Number(asked.ts) * SECOND, zone) !== day);
  // What was asked today has until tomorrow morning to be answered.
  if (unanswered.length < open.length) await scheduleMorning(parts, team, record.id, zone);
  return { threads, waiting, unanswered };
}

async function noteOn(parts: Parts, record: PersonRecord, { waiting, unanswered }: Items): Promise<Note> {
  return morningNote({
    waiting: await Promise.all(
      waiting.map(async ({ thread, offer }) => ({
        ref: thread,
        offer,
        hidden: hiddenIn(record, thread.channel),
        ...askedOf(thread, offer),
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
}

/** The channels of these threads in which this person still wants to be told something unasked. */
async function whereNudged(
  parts: Parts,
  team: string,
  user: string,
  threads: readonly Thread[],
): Promise<Set<string>> {
  const channels = [...new Set(threads.map((thread) => thread.channel))];
  const records = await Promise.all(channels.map((channel) => getChannel(parts, team, channel)));
  return new Set(channels.filter((_, index) => records[index]?.nudged.includes(user)));
}

/** What waits for this person and is still worth their while: not muted, not overtaken by what was said since. */
function waitingIn(thread: Thread, record: PersonRecord): Offer[] {
  if (record.mutedThreads.includes(threadName(thread))) return [];
  return thread.offers.filter(
    (offer) =>
      offer.to[record.id]?.state === "waiting" &&
      standsStill(thread, offer) &&
      openQuestions(offer, hiddenIn(record, thread.channel)).length > 0,
  );
}

function unansweredIn(thread: Thread, user: string): Asked[] {
  return thread.asked.filter(
    (asked) => asked.by === user && !asked.mentioned && asked.ts !== "" && isOpen(asked),
  );
}

async function markTold(parts: Parts, ref: Thread, user: string, told: ReadonlySet<string>): Promise<void> {
  if (![...ref.offers, ...ref.asked].some(({ id }) => told.has(id))) return;
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined) return undefined;
    return {
      thread: {
        ...thread,
        offers: thread.offers.map((offer) =>
          told.has(offer.id) && offer.to[user]?.state === "waiting"
            ? { ...offer, to: { ...offer.to, [user]: { state: "told", at: parts.now() } } }
            : offer,
        ),
        asked: thread.asked.map((asked) => (told.has(asked.id) ? { ...asked, mentioned: true } : asked)),
      },
    };
  });
}
