import { DEFAULT_BUDGET, newChannel, type PersonRecord } from "../telling/consent.ts";
import { decide, type Decision, hiddenIn, spend, UNKNOWN_PLACE, USED_UP } from "../telling/decide.ts";
import { OutsideError } from "../telling/outside.ts";
import { openQuestions, suggestionNote } from "../telling/suggestion-note.ts";
import { standsStill } from "../threads/fold.ts";
import type { Offer, OfferState, Thread, ThreadRef } from "../threads/thread.ts";
import { holdOn } from "./hold-on.ts";
import { linkTo, refreshHome } from "./home.ts";
import { morningFor, zoneOf, zoneOrUtc } from "./next-morning.ts";
import { type Parts, SECOND } from "./parts.ts";
import type { DeliveryOutcome } from "./tally.ts";
import { mayTryAgain, TryLater, tryLater } from "./try-later.ts";
import { changePerson, changeThread, getChannel, getPerson, getThread } from "./records.ts";

/** A call to Slack takes no longer than this, in milliseconds: what has been sending for longer was cut short. */
export const SENDING = 15 * SECOND;
const CUT_SHORT = "the bot was stopped while sending it";
const GIVEN_UP = "it failed too often";

/**
 * Sends what is ready of a thread's offers, each to each once, and writes down what became of it. What was being sent
 * when a process died may have been shown: it waits in Home, since a suggestion unsent is better than one sent twice.
 *
 * Resolves once nothing is ready or being sent any more. While something is, it rejects: whoever sends it may fail, and
 * have lost the job since, so that this job alone is left to send it again.
 */
export async function deliverOffers(parts: Parts, ref: ThreadRef, tries: number): Promise<void> {
  let later: TryLater | undefined;
  for (const to of onTheirWay(ref, await getThread(parts, ref))) {
    try {
      await deliverTo(parts, to, tries);
    } catch (error) {
      if (!(error instanceof TryLater)) throw error;
      later = error;
    }
  }
  if (later !== undefined) throw later;
}

/** One offer to one PM. */
type Delivered = { readonly ref: ThreadRef; readonly id: string; readonly user: string };

function onTheirWay(ref: ThreadRef, thread: Thread | undefined): Delivered[] {
  return (thread?.offers ?? []).flatMap(({ id, to }) =>
    Object.entries(to).flatMap(([user, { state }]) =>
      state === "ready" || state === "sending" ? [{ ref, id, user }] : [],
    ),
  );
}

/** The job that would send these is given up: they wait in Home, whatever it failed for. */
export async function leaveInHome(parts: Parts, ref: ThreadRef): Promise<void> {
  for (const to of onTheirWay(ref, await getThread(parts, ref))) {
    const zone = await zoneOrUtc(parts, ref.team, to.user);
    await settle(parts, to, "waiting", { reason: GIVEN_UP, zone });
    await refreshHome(parts, ref.team, to.user);
  }
}

/** It is marked as being sent only when its turn has come: a kill before that leaves it ready, to be sent by the next. */
async function deliverTo(parts: Parts, to: Delivered, tries: number): Promise<void> {
  const { ref, id, user } = to;
  const thread = await getThread(parts, ref);
  const offer = thread?.offers.find((one) => one.id === id);
  const { state, at = 0 } = offer?.to[user] ?? {};
  if (state === "sending") {
    // Another process may be at it this very moment.
    if (at + SENDING > parts.now()) throw new TryLater(at + SENDING, "it is being sent");
    return void (await settle(parts, to, "waiting", { reason: CUT_SHORT }));
  }
  if (thread === undefined || offer === undefined || state !== "ready") return;
  const decision = await decideNow(parts, ref, offer, user);
  const off = isOff(thread, offer) ? CHANGED : decision;
  if (off.how !== "whisper") {
    const state = off.how === "wait" ? "waiting" : "done";
    const outcome = off === CHANGED ? "withdrawn" : undefined;
    return void (await settle(parts, to, state, {
      ...decision,
      reason: off.reason,
      ...(outcome && { outcome }),
    }));
  }
  const record = await spendOn(parts, ref, offer, { user, ...decision });
  if (record === undefined)
    return void (await settle(parts, to, "waiting", { ...decision, reason: USED_UP }));
  const link = await linkTo(parts, ref, offer.about);
  let begun: boolean | undefined;
  try {
    const delivery = await parts.outside.whisper(
      { team: ref.team, channel: ref.channel, user, ...(thread.hasReplies && { thread: ref.root }) },
      suggestionNote({ ref, offer, link, hidden: hiddenIn(record, ref.channel) }),
      async () => (begun = (await settle(parts, to, "sending")) !== undefined),
    );
    // Sent by another process since, or no longer what its message says.
    if (begun === false) return deliverTo(parts, to, tries);
    if (delivery.accepted) await holdOn(() => settle(parts, to, "accepted"));
    else await settle(parts, to, "waiting", { ...decision, reason: delivery.reason });
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    await deliveryFailed(parts, to, { tries, error, begun: begun === true, zone: decision.zone });
  }
  await refreshHome(parts, ref.team, user);
}

async function deliveryFailed(
  parts: Parts,
  to: Delivered,
  failed: {
    readonly tries: number;
    readonly error: OutsideError;
    readonly begun: boolean;
    readonly zone: string;
  },
): Promise<void> {
  const { tries, error, begun, zone } = failed;
  const again = !begun || mayTryAgain(error, tries);
  parts.log.warn({ ...to.ref, user: to.user, offer: to.id, again, err: error }, "suggestion not taken");
  const reason = "Slack did not take it";
  if (begun) await holdOn(() => settle(parts, to, again ? "ready" : "waiting", { reason, zone }));
  if (again) throw tryLater(parts, error, tries);
}

const isOff = (thread: Thread, offer: Offer) =>
  !standsStill(thread, offer) || openQuestions(offer).length === 0;

const CHANGED = { how: "never", reason: "the message says something else now, or all was asked" } as const;

type DecisionNow = Decision & { readonly zone: string; readonly budget: number };

/** Asked again right before it is sent: another try may be minutes later, and switches may be other ones by then. */
async function decideNow(parts: Parts, ref: ThreadRef, offer: Offer, user: string): Promise<DecisionNow> {
  const [channel, record, person, member, place] = await Promise.all([
    getChannel(parts, ref.team, ref.channel),
    getPerson(parts, ref.team, user),
    parts.outside.person(ref.team, user),
    parts.outside.isMember(ref, user),
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
    member,
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
  // Given up for cut short by another process, while Slack was slow to say that it took it.
  accepted: ["sending", "waiting"],
  waiting: ["ready", "sending"],
  done: ["ready", "sending"],
};

const COUNTED: Partial<Record<OfferState, DeliveryOutcome>> = {
  ready: "again",
  accepted: "accepted",
  waiting: "waiting",
  done: "not-shown",
};

/** Counts what became of an offer for one PM, and logs it; a failed try has a line of its own. */
export function tellOf(
  parts: Parts,
  { ref, id, user }: Delivered,
  about: string | undefined,
  { outcome, reason }: { readonly outcome: DeliveryOutcome; readonly reason?: string | undefined },
): void {
  parts.tally?.delivery(outcome, parts.now() - Number(about) * SECOND);
  if (outcome === "again") return;
  parts.log.info({ ...ref, user, offer: id, outcome, ...(reason && { reason }) }, "suggestion");
}

/**
 * Moves an offer on for one PM. Resolves to the thread, or undefined where the offer was not in the state to move from, or is to
 * be sent and no longer what its message says.
 */
async function settle(
  parts: Parts,
  to: Delivered,
  state: OfferState,
  more: { readonly reason?: string; readonly zone?: string; readonly outcome?: DeliveryOutcome } = {},
): Promise<Thread | undefined> {
  const { ref, id, user } = to;
  const { reason, zone, outcome = COUNTED[state] } = more;
  const morning =
    state === "waiting"
      ? [await morningFor(parts, ref.team, user, zone ?? (await zoneOf(parts, ref.team, user)))]
      : [];
  let moved = false;
  const thread = await changeThread(parts, ref, (before) => {
    moved = false;
    const offers = before?.offers.map((offer) => {
      const now = offer.to[user]?.state;
      if (offer.id !== id || now === undefined || !FROM[state]?.includes(now)) return offer;
      if (state === "sending" && isOff(before, offer)) return offer;
      moved = true;
      return { ...offer, to: { ...offer.to, [user]: { state, at: parts.now(), ...(reason && { reason }) } } };
    });
    return before && moved && offers ? { thread: { ...before, offers }, schedule: morning } : undefined;
  });
  if (!moved) return undefined;
  const about = thread?.offers.find((offer) => offer.id === id)?.about;
  if (outcome !== undefined) tellOf(parts, to, about, { outcome, reason });
  return thread;
}
