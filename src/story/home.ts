import { withUnit } from "../reading/in-full.ts";
import type { ChannelRecord, PersonRecord } from "../telling/consent.ts";
import { hiddenIn } from "../telling/decide.ts";
import { homeView } from "../telling/home.ts";
import { OutsideError } from "../telling/outside.ts";
import { openQuestions } from "../telling/suggestion-note.ts";
import { standsStill } from "../threads/fold.ts";
import { askedFor } from "../threads/asked-for.ts";
import { makeCard } from "../threads/make-card.ts";
import type { Offer, OfferState, Thread, ThreadRef } from "../threads/thread.ts";
import { notRead } from "./not-read.ts";
import { isOutOfPlace } from "./out-of-place.ts";
import { DAY, type Parts } from "./parts.ts";
import {
  changePerson,
  changeThread,
  getChannel,
  getPerson,
  getThread,
  personList,
  pmList,
  refOf,
} from "./records.ts";

/** Threads looked through for one person: more than anybody has open. */
const MOST_THREADS = 100;
/** Days a suggestion stands in Home before it makes room. */
const DAYS_SHOWN = 3;

/**
 * The threads that hold something for this person, newest first, without those of channels they have left. Where Slack does not
 * say whether they are in a channel, its threads are left out if `anyway`; otherwise this rejects with Slack's `OutsideError`.
 */
export async function threadsFor(
  parts: Parts,
  team: string,
  user: string,
  { anyway }: { readonly anyway: boolean },
): Promise<Thread[]> {
  const keys = await parts.store.list(team, personList(user), parts.now(), MOST_THREADS);
  const kept = await Promise.all(keys.map((key) => getThread(parts, refOf(key))));
  const threads = kept.filter((thread) => thread !== undefined);
  const left = new Set<string>();
  await Promise.all(
    [...new Set(threads.map(({ channel }) => channel))].map(async (channel) => {
      if (await isOutOfPlace(parts, { team, channel }, user).catch(orLeaveOut(anyway))) left.add(channel);
    }),
  );
  return threads.filter(({ channel }) => !left.has(channel));
}

const orLeaveOut = (anyway: boolean) => (error: unknown) => {
  if (anyway && error instanceof OutsideError) return true;
  throw error;
};

/** Somebody opened their Home: it is drawn, and what they now see counts as seen. */
export async function homeOpened(parts: Parts, team: string, user: string): Promise<void> {
  const record = await changePerson(parts, team, user, (person) =>
    person.home ? undefined : { ...person, home: true },
  );
  for (const thread of await publish(parts, team, record)) {
    if (thread.offers.some((offer) => isUnseen(offer, user))) await markSeen(parts, thread, user);
  }
}

/** Brings a Home up to date for whoever has opened it once. A Home that cannot be drawn now is drawn at its next opening. */
export async function refreshHome(parts: Parts, team: string, user: string): Promise<void> {
  const person = await getPerson(parts, team, user);
  if (person.home) await drawHome(parts, team, person);
}

/** The same for a person whose switches are at hand; `unfolded` is the suggestion to show with all its questions. */
export async function drawHome(
  parts: Parts,
  team: string,
  person: PersonRecord,
  unfolded?: string,
): Promise<void> {
  try {
    await publish(parts, team, person, unfolded);
  } catch (error) {
    parts.log.warn({ team, user: person.id, err: error }, "home not drawn");
  }
}

/** Resolves to the threads it shows. */
async function publish(
  parts: Parts,
  team: string,
  record: PersonRecord,
  unfolded?: string,
): Promise<readonly Thread[]> {
  const now = parts.now();
  const user = record.id;
  const [threads, channels, unread] = await Promise.all([
    threadsFor(parts, team, user, { anyway: true }),
    channelsOf(parts, team, user),
    notRead(parts, team),
  ]);
  const waiting = threads.flatMap((thread) =>
    thread.offers
      .filter((offer) => stands(thread, offer, record, now))
      .map((offer) => ({ ref: thread, offer, hidden: hiddenIn(record, thread.channel) })),
  );
  // What Slack took may have been seen; what it did not take stands here alone.
  const unshown = (one: { readonly offer: Offer }) => UNSHOWN.includes(one.offer.to[user]?.state);
  const inOrder = [...waiting.filter(unshown), ...waiting.filter((one) => !unshown(one))];
  const asked = threads.flatMap((thread) =>
    thread.asked
      .filter((one) => one.by === user && one.ts !== "")
      .map((one) => ({ ref: thread, asked: one })),
  );
  await parts.outside.home(
    { team, user },
    homeView({
      now,
      record,
      unread: unread.has(user),
      channels,
      cards: threads.flatMap((thread) => makeCard(thread, user, withUnit) ?? []),
      waiting: await Promise.all(
        inOrder.map(async (one) => ({
          ...one,
          unshown: unshown(one),
          unfolded: one.offer.id === unfolded,
          ...askedOf(one.ref, one.offer),
          link: await linkTo(parts, one.ref, one.offer.about),
        })),
      ),
      asked: await Promise.all(
        asked.map(async (one) => ({ ...one, link: await linkTo(parts, one.ref, one.asked.ts) })),
      ),
    }),
  );
  return threads;
}

/** What a bare number answered, for a list that shows the number alone. */
export function askedOf(thread: Thread, { about }: Offer): { readonly asked?: string } {
  const asked = askedFor(thread.lines, about);
  return asked === undefined ? {} : { asked: asked.quote };
}

async function channelsOf(parts: Parts, team: string, user: string): Promise<ChannelRecord[]> {
  const keys = await parts.store.list(team, pmList(user), parts.now(), MOST_THREADS);
  const records = await Promise.all(keys.map((key) => getChannel(parts, team, key.id)));
  return records.filter((record) => record !== undefined);
}

function stands(thread: Thread, offer: Offer, record: PersonRecord, now: number): boolean {
  const state = offer.to[record.id]?.state;
  return (
    state !== undefined &&
    state !== "done" &&
    standsStill(thread, offer) &&
    openQuestions(offer, hiddenIn(record, thread.channel)).length > 0 &&
    now - offer.at < DAYS_SHOWN * DAY
  );
}

const UNSHOWN: readonly (OfferState | undefined)[] = ["ready", "sending", "waiting", "told"];
const UNSEEN: readonly (OfferState | undefined)[] = ["accepted", "waiting", "told"];
const isUnseen = (offer: Offer, user: string) => UNSEEN.includes(offer.to[user]?.state);

/** Only a press or an opened Home shows that somebody saw it: a press the one it was made on, Home all of them. */
export async function markSeen(parts: Parts, ref: Thread, user: string, pressed?: Offer): Promise<void> {
  const isNew = (offer: Offer) => isUnseen(offer, user) && (pressed === undefined || offer.id === pressed.id);
  await changeThread(parts, ref, (thread) => {
    if (thread === undefined || !thread.offers.some(isNew)) return undefined;
    const offers = thread.offers.map((offer) =>
      isNew(offer)
        ? { ...offer, to: { ...offer.to, [user]: { state: "seen" as const, at: parts.now() } } }
        : offer,
    );
    return { thread: { ...thread, offers } };
  });
}

/** A link to a message of the thread, opening beside the thread where it is a reply. */
export function linkTo(parts: Parts, ref: ThreadRef, ts: string): Promise<string> {
  return parts.outside.link(ref, ts, ts === ref.root ? undefined : ref.root);
}
