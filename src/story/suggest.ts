import { choose, type Choice } from "../questions/choose.ts";
import type { LeasedJob } from "../store/store.ts";
import { type ChannelRecord, isDormant } from "../telling/consent.ts";
import { decide, type Decision, UNKNOWN_PLACE } from "../telling/decide.ts";
import { openOccasion, valueOf } from "../threads/fold.ts";
import type { Line, Offer, Question, Thread, ThreadRef } from "../threads/thread.ts";
import { catchUp, isAsleep } from "./catch-up.ts";
import { deliverOffers, leaveInHome, tellOf } from "./deliver.ts";
import { morningFor } from "./next-morning.ts";
import { askedAnew, bringUpToDate } from "./edited.ts";
import { refOfJob } from "./jobs.ts";
import { CHANGED, makeRoom, type Withdrawn } from "./making-room.ts";
import type { Parts } from "./parts.ts";
import { putRightLater } from "./put-right-later.ts";
import { changeThread, getChannel, getPerson, getThread, personList } from "./records.ts";
import { stillBased, withHistory } from "./with-history.ts";

/** Silences kept in a thread, to answer "why did it say nothing?". */
const MOST_SILENCES = 20;
/** What Slack does not tell after so many tries is not waited for any longer. */
const TRIES_FOR_HISTORY = 3;
const NOBODY = "there was no PM to show it to";

/**
 * The author has been quiet: is something worth asking, who hears it, and how? Everything is decided on the thread as it
 * is now. The offer is kept before it is sent, so that it is never sent twice.
 */
export async function suggestDue(parts: Parts, job: LeasedJob): Promise<void> {
  const ref = refOfJob(job);
  // An earlier try of this job may have been cut short between keeping an offer and sending it.
  await deliverOffers(parts, ref, job.tries);
  await decideOn(parts, ref, job.tries);
  // Also what another process offered meanwhile, which had this job before: it may not have it any more.
  await deliverOffers(parts, ref, 0);
}

/** The same job was tried so often that it will not be tried again. */
export const suggestGivenUp = (parts: Parts, job: LeasedJob): Promise<void> =>
  leaveInHome(parts, refOfJob(job));

/** Keeps an offer, or why there is none, for the newest occasion that nothing was decided about yet. */
async function decideOn(parts: Parts, ref: ThreadRef, tries: number): Promise<void> {
  const [thread, channel] = await Promise.all([
    getThread(parts, ref),
    getChannel(parts, ref.team, ref.channel),
  ]);
  if (thread === undefined || channel === undefined || isDormant(channel)) return;
  if (openOccasion(thread) === undefined || isAsleep(thread, parts.now())) return;

  const whole = await catchUp(parts, thread, channel, { anyway: tries >= TRIES_FOR_HISTORY });
  const line = openOccasion(whole);
  if (line === undefined) return;
  const better = await putRightLater(parts, ref, line);
  if (better !== undefined) return keepSilence(parts, whole, line, `its author put it right: ${better}`, []);
  const chosen = chooseNow(parts, whole, line);
  const choice = { ...chosen, questions: askedAnew(parts, whole, line, chosen) };
  if (chosen.questions.length > 0 && choice.questions.length === 0) return bringUpToDate(parts, whole, line);
  const decisions =
    choice.questions.length === 0 ? [] : await decideAll(parts, ref, channel, { line, choice });
  observe(parts, ref, line, choice, decisions);
  const offer = newOffer(parts, line, choice.questions, decisions);
  if (Object.keys(offer.to).length === 0) {
    return keepSilence(parts, whole, line, choice.quiet ?? NOBODY, decisions);
  }
  const kept = await reserve(parts, ref, whole, offer, decisions);
  if (kept === undefined) return;
  parts.tally?.suggestion("offered");
  const { id, about } = offer;
  for (const [user, { state, reason }] of Object.entries(offer.to))
    if (state === "waiting") tellOf(parts, { ref, id, user }, about, { outcome: "waiting", reason });
  for (const { id, user } of kept.withdrawn)
    tellOf(parts, { ref, id, user }, about, { outcome: "withdrawn", reason: CHANGED });
}

/** What would be asked now: without what was pressed away in earlier suggestions of this thread. */
export function chooseNow(parts: Parts, thread: Thread, line: Line): Choice {
  const pressed = new Set(thread.offers.flatMap((offer) => Object.keys(offer.pressed)));
  const choice = choose(thread, parts.library(), line.ts);
  return { ...choice, questions: choice.questions.filter((question) => !pressed.has(question.id)) };
}

type Decided = { readonly user: string; readonly zone: string; readonly decision: Decision };

async function decideAll(
  parts: Parts,
  ref: ThreadRef,
  channel: ChannelRecord,
  { line, choice }: { readonly line: Line; readonly choice: Choice },
): Promise<Decided[]> {
  const questions = choice.questions.map((question) => question.id);
  const place = await parts.outside.place(ref);
  const facts = "accepted" in place ? UNKNOWN_PLACE : place;
  const pms = channel.nudged.filter((user) => user !== line.user);
  return Promise.all(
    pms.map(async (user): Promise<Decided> => {
      const [record, person, member] = await Promise.all([
        getPerson(parts, ref.team, user),
        parts.outside.person(ref.team, user),
        parts.outside.isMember(ref, user),
      ]);
      const decision = decide({ now: parts.now(), ref, channel, facts, record, person, member, questions });
      return { user, zone: person.zone, decision };
    }),
  );
}

function newOffer(
  parts: Parts,
  line: Line,
  questions: readonly Question[],
  decisions: readonly Decided[],
): Offer {
  const at = parts.now();
  const to = decisions
    .filter(({ decision }) => decision.how !== "never")
    .map(({ user, decision }) => {
      const state: "ready" | "waiting" = decision.how === "whisper" ? "ready" : "waiting";
      return [user, { state, at, reason: decision.reason }] as const;
    });
  return { ...offerAbout(line, questions, at), to: Object.fromEntries(to) };
}

/** An offer on this line that nobody has been sent yet. */
export function offerAbout(line: Line, questions: readonly Question[], at: number): Offer {
  return {
    id: `${line.ts}-${at.toString(36)}`,
    about: line.ts,
    quote: line.said ?? line.estimates[0]?.quote ?? "",
    by: line.user,
    value: valueOf(line),
    questions,
    at,
    to: {},
    pressed: {},
  };
}

/**
 * Keeps the offer, the thread as caught up, and the morning messages it needs, in one write. Says which earlier offers made room for
 * it, and for whom; undefined where another was quicker.
 */
async function reserve(
  parts: Parts,
  ref: ThreadRef,
  whole: Thread,
  offer: Offer,
  decisions: readonly Decided[],
): Promise<{ readonly withdrawn: readonly Withdrawn[] } | undefined> {
  const mornings = await Promise.all(
    decisions
      .filter(({ user }) => offer.to[user] !== undefined)
      .map(({ user, zone }) => morningFor(parts, ref.team, user, zone)),
  );
  const lists = Object.fromEntries(Object.keys(offer.to).map((user) => [personList(user), parts.now()]));
  let kept: { withdrawn: readonly Withdrawn[] } | undefined;
  await changeThread(parts, ref, (thread) => {
    kept = undefined;
    const merged = thread && withHistory(thread, whole);
    const line = merged && openOccasion(merged);
    if (merged === undefined || line === undefined || valueOf(line) !== offer.value) return undefined;
    const own = stillBased(offer, whole, merged);
    const { offers, withdrawn } = makeRoom(merged, line, own);
    kept = { withdrawn };
    return { thread: { ...merged, offers: [...offers, own] }, schedule: mornings, lists };
  });
  return kept;
}

async function keepSilence(
  parts: Parts,
  whole: Thread,
  line: Line,
  reason: string,
  decisions: readonly Decided[],
): Promise<void> {
  const to = Object.fromEntries(decisions.map(({ user, decision }) => [user, decision.reason]));
  const silence = {
    about: line.ts,
    value: valueOf(line),
    reason,
    at: parts.now(),
    ...(decisions.length > 0 && { to }),
  };
  parts.tally?.suggestion(reason === NOBODY ? "nobody" : "quiet");
  await changeThread(parts, whole, (thread) => {
    if (thread === undefined) return undefined;
    const silences = [...thread.silences, silence].slice(-MOST_SILENCES);
    return { thread: { ...withHistory(thread, whole), silences } };
  });
}

function observe(
  parts: Parts,
  ref: ThreadRef,
  line: Line,
  choice: Choice,
  decisions: readonly Decided[],
): void {
  parts.observe?.({
    channel: ref.channel,
    ts: line.ts,
    step: choice.questions.length === 0 ? "kept quiet" : "chosen",
    lines: [
      ...(choice.quiet === undefined ? [] : [{ label: "because", text: choice.quiet }]),
      ...choice.questions.map((question) => ({ label: question.id, text: `because ${question.because}` })),
      ...decisions.map(({ user, decision }) => ({
        label: `for ${user}`,
        text: `${decision.how}: ${decision.reason}`,
      })),
    ],
  });
}
