import { DEFAULT_BUDGET, newChannel, type PersonRecord } from "../telling/consent.ts";
import { decide, type Decision, hiddenIn, spend, UNKNOWN_PLACE, USED_UP } from "../telling/decide.ts";
import { OutsideError } from "../telling/outside.ts";
import { openQuestions, suggestionNote } from "../telling/suggestion-note.ts";
import { nextMorning } from "../telling/working-day.ts";
import { standsStill } from "../threads/fold.ts";
import type { Offer, OfferState, Thread, ThreadRef } from "../threads/thread.ts";
import { linkTo, refreshHome } from "./home.ts";
import { morningJob } from "./jobs.ts";
import { type Parts, SECOND } from "./parts.ts";
import type { DeliveryOutcome } from "./tally.ts";
import { mayTryAgain, tryLater } from "./try-later.ts";
import { changePerson, changeThread, getChannel, getPerson, getThread } from "./records.ts";

/**
 * Sends what is ready of a thread's offers, each to each once, and writes down what became of it. What was being sent
 * when the process before this one died may have been shown: it waits in Home, since a suggestion unsent is better than
 * one sent twice.
 */
export async function deliverOffers(parts: Parts, ref: ThreadRef, tries: number): Promise<void> {
  const thread = await getThread(parts, ref);
  for (const offer of thread?.offers ?? []) {
    for (const [user, { state }] of Object.entries(offer.to)) {
      if (state === "sending")
        await settle(parts, ref, offer.id, user, "waiting", "the bot was stopped while sending it");
      if (state === "ready") await deliverTo(parts, ref, offer, user, tries);
    }
  }
}

async function deliverTo(
  parts: Parts,
  ref: ThreadRef,
  offer: Offer,
  user: string,
  tries: number,
): Promise<void> {
  const decision = await decideNow(parts, ref, offer, user);
  const link = await linkTo(parts, ref, offer.about);
  const thread = await settle(parts, ref, offer.id, user, "sending");
  // Sent by another process since.
  if (thread === undefined) return;
  const fresh = thread.offers.find((one) => one.id === offer.id) ?? offer;
  const gone = !standsStill(thread, offer) || openQuestions(fresh).length === 0;
  const off = gone ? CHANGED : decision;
  if (off.how !== "whisper") {
    const state = off.how === "wait" ? "waiting" : "done";
    return void (await settle(parts, ref, offer.id, user, state, off.reason));
  }
  const record = await spendOn(parts, ref, offer, { user, ...decision });
  if (record === undefined) return void (await settle(parts, ref, offer.id, user, "waiting", USED_UP));
  try {
    const delivery = await parts.outside.whisper(
      { team: ref.team, channel: ref.channel, user, ...(thread.hasReplies && { thread: ref.root }) },
      suggestionNote({ ref, offer: fresh, link, hidden: hiddenIn(record, ref.channel) }),
    );
    if (delivery.accepted) await settle(parts, ref, offer.id, user, "accepted");
    else await settle(parts, ref, offer.id, user, "waiting", delivery.reason);
    parts.log.info({ ...ref, user, offer: offer.id, accepted: delivery.accepted }, "suggestion");
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    await deliveryFailed(parts, ref, { offer, user, tries, error });
  }
  await refreshHome(parts, ref.team, user);
}

async function deliveryFailed(
  parts: Parts,
  ref: ThreadRef,
  failed: { offer: Offer; user: string; tries: number; error: OutsideError },
): Promise<void> {
  const { offer, user, tries, error } = failed;
  const again = mayTryAgain(error, tries);
  parts.log.warn({ ...ref, user, offer: offer.id, again, err: error }, "suggestion not taken");
  await settle(parts, ref, offer.id, user, again ? "ready" : "waiting", "Slack did not take it");
  if (again) throw tryLater(parts, error, tries);
}

const CHANGED = { how: "never", reason: "the message says something else now, or all was asked" } as const;

type DecisionNow = Decision & { readonly zone: string; readonly budget: number };

/** Asked again right before it is sent: another try may be minutes later, and switches may be other ones by then. */
async function decideNow(parts: Parts, ref: ThreadRef, offer: Offer, user: string): Promise<DecisionNow> {
  const [channel, record, person, place] = await Promise.all([
    getChannel(parts, ref.team, ref.channel),
    getPerson(parts, ref.team, user),
    parts.outside.person(ref.team, user),
    parts.outside.place(ref),
  ]);
  const known = channel ?? newChannel(ref.channel);
  const facts = "accepted" in place ? UNKNOWN_PLACE : place;
  const questions = openQuestions(offer).map((question) => question.id);
  // This very offer may have been counted at an earlier try.
  const spent = { ...record.spent, offers: record.spent.offers.filter((one) => one !== offer.id) };
  const now = parts.now();
  const decision = decide({
    now,
    ref,
    channel: known,
    facts,
    record: { ...record, spent },
    person,
    questions,
  });
  return { ...decision, zone: person.zone, budget: known.budget ?? DEFAULT_BUDGET };
}

/** Counts the nudge; undefined where several at once would go beyond the day's budget. */
async function spendOn(
  parts: Parts,
  ref: ThreadRef,
  offer: Offer,
  { user, zone, budget }: { readonly user: string; readonly zone: string; readonly budget: number },
): Promise<PersonRecord | undefined> {
  const record = await changePerson(parts, ref.team, user, (person) => {
    const after = spend(person, offer.id, parts.now(), zone);
    return after.spent.offers.length > budget ? undefined : after;
  });
  return record.spent.offers.includes(offer.id) ? record : undefined;
}

/** From where an offer may get to each state: of two processes only one gets to send. */
const FROM: Partial<Record<OfferState, readonly OfferState[]>> = {
  ready: ["sending"],
  sending: ["ready"],
  accepted: ["sending"],
  waiting: ["sending"],
  done: ["sending"],
};

const COUNTED: Partial<Record<OfferState, DeliveryOutcome>> = {
  ready: "again",
  accepted: "accepted",
  waiting: "waiting",
  done: "withdrawn",
};

/** Moves an offer on for one PM. Resolves to the thread, or undefined where the offer was not in the state to move from. */
async function settle(
  parts: Parts,
  ref: ThreadRef,
  id: string,
  user: string,
  state: OfferState,
  reason?: string,
): Promise<Thread | undefined> {
  const morning =
    state === "waiting"
      ? [await morningFor(parts, ref.team, user, (await parts.outside.person(ref.team, user)).zone)]
      : [];
  let moved = false;
  const thread = await changeThread(parts, ref, (before) => {
    moved = false;
    const offers = before?.offers.map((offer) => {
      const now = offer.to[user]?.state;
      if (offer.id !== id || now === undefined || !FROM[state]?.includes(now)) return offer;
      moved = true;
      return { ...offer, to: { ...offer.to, [user]: { state, at: parts.now(), ...(reason && { reason }) } } };
    });
    return before && moved && offers ? { thread: { ...before, offers }, schedule: morning } : undefined;
  });
  if (!moved) return undefined;
  const outcome = COUNTED[state];
  const about = thread?.offers.find((offer) => offer.id === id)?.about;
  if (outcome !== undefined) parts.tally?.delivery(outcome, parts.now() - Number(about) * SECOND);
  return thread;
}

/** The job that tells this person, at the start of their next working day, what waits. */
export async function morningFor(parts: Parts, team: string, user: string, zone: string) {
  const record = await getPerson(parts, team, user);
  return morningJob(team, user, nextMorning(parts.now(), zone, record.workday));
}

export async function scheduleMorning(parts: Parts, team: string, user: string, zone: string): Promise<void> {
  const job = await morningFor(parts, team, user, zone);
  await changePerson(parts, team, user, (person) => person, [job]);
}
