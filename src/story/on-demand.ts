import { whyStruck } from "../reading/explain.ts";
import type { Choice } from "../questions/choose.ts";
import { type ChannelRecord, newChannel } from "../telling/consent.ts";
import type { Handle } from "../telling/outside.ts";
import { questionsNote } from "../telling/questions-note.ts";
import { suggestionNote } from "../telling/suggestion-note.ts";
import { emptyThread, fold, isOccasion, occasions } from "../threads/fold.ts";
import type { Line, Message, Offer, Thread, ThreadRef, Ts } from "../threads/thread.ts";
import { catchUp } from "./catch-up.ts";
import { linkTo, refreshHome } from "./home.ts";
import { heardLine, mannerOf } from "./lines.ts";
import { notRead } from "./not-read.ts";
import { say } from "./saying.ts";
import { type Parts, SECOND } from "./parts.ts";
import { askedList, changeThread, getChannel, getThread, personList, threadKey } from "./records.ts";
import { chooseNow, offerAbout } from "./suggest.ts";
import { stillBased, withHistory } from "./with-history.ts";

/** Suggestions kept in a thread: far more than anybody opens. */
const MOST_OFFERS = 40;

/** What somebody pointed at: a thread, and perhaps the very message, as Slack handed it over. */
export type PointedAt = { readonly ref: ThreadRef; readonly ts?: Ts; readonly message?: Message };

/** "Ask why": what is worth asking about this message, for the one who wants to know. Works where nothing was heard before. */
export async function askWhy(parts: Parts, handle: Handle, at: PointedAt): Promise<void> {
  const before = await getThread(parts, at.ref);
  if (before?.asked.some((one) => one.how === "button" && one.ts === at.ts)) {
    return say(parts, handle, "That is a question somebody asked with my help. I read what people say.");
  }
  if (at.message !== undefined && (await notRead(parts, at.ref.team)).has(at.message.user)) {
    return say(parts, handle, "I have nothing to suggest on that message.");
  }
  // The root of a button that was altered may be anything.
  if (before === undefined && Number.isFinite(Number(at.ref.root))) await holdAPlace(parts, at.ref);
  const thread = await threadNow(parts, at, await channelSeenBy(parts, handle, at));
  const line = lineAt(thread, at.ts);
  if (line === undefined) return sayNothingThere(parts, handle, at, thread);
  const choice = chooseNow(parts, thread, line);
  if (choice.questions.length === 0) return sayQuiet(parts, handle, choice);
  let offer: Offer = {
    ...offerAbout(line, choice.questions, parts.now()),
    to: { [handle.user]: { state: "accepted", at: parts.now() } },
  };
  let gone = false;
  await changeThread(parts, at.ref, (now) => {
    gone = now?.gone?.includes(line.ts) === true;
    if (gone) return undefined;
    const kept = fold(now === undefined ? thread : withHistory(now, thread), line);
    offer = stillBased(offer, thread, kept);
    return {
      thread: { ...kept, offers: [...kept.offers, offer].slice(-MOST_OFFERS) },
      lists: {
        [personList(handle.user)]: parts.now(),
        [askedList(at.ref.channel)]: Number(at.ref.root),
      },
    };
  });
  if (gone) return say(parts, handle, "That message was deleted meanwhile, so I have nothing to suggest.");
  const link = await linkTo(parts, at.ref, line.ts);
  // Who asks by command sees every question, also those muted for nudges.
  await parts.outside.answer(handle, suggestionNote({ ref: at.ref, offer, link }), "new");
  await refreshHome(parts, handle.team, handle.user);
}

/** Milliseconds for which somebody's question about a thread that was not known is on its way: longer than Slack ever takes. */
const ON_ITS_WAY = 60 * SECOND;

/** A place without a word in it, so that a message deleted meanwhile is noted in it, whichever process hears of that. */
async function holdAPlace({ store, now }: Parts, ref: ThreadRef): Promise<void> {
  await store.change<Thread>(threadKey(ref), now(), (thread) =>
    thread === undefined
      ? {
          record: emptyThread(ref),
          until: now() + ON_ITS_WAY,
          lists: { [askedList(ref.channel)]: Number(ref.root) },
        }
      : undefined,
  );
}

/** "What would I be asked?": the same questions for the author, to read alone. Nothing is kept and nobody is told. */
export async function whatWouldIBeAsked(parts: Parts, handle: Handle, at: PointedAt): Promise<void> {
  const channel = await getChannel(parts, at.ref.team, at.ref.channel);
  const asDoer = {
    ...(channel ?? newChannel(at.ref.channel)),
    pms: (channel?.pms ?? []).filter((pm) => pm !== handle.user),
  };
  const thread = await threadNow(parts, at, asDoer);
  const line = lineAt(thread, at.ts);
  if (line === undefined) return sayNothingThere(parts, handle, at, thread);
  const choice = chooseNow(parts, thread, line);
  if (choice.questions.length === 0) return sayQuiet(parts, handle, choice);
  await parts.outside.answer(
    handle,
    questionsNote({
      quote: line.said ?? "",
      by: line.user,
      questions: choice.questions,
      library: parts.library(),
    }),
    "new",
  );
}

/** The channel as the asker sees it: whoever asks asks as a PM, and whoever wrote the message speaks as the one who does the work. */
async function channelSeenBy(parts: Parts, handle: Handle, at: PointedAt): Promise<ChannelRecord> {
  const channel = (await getChannel(parts, at.ref.team, at.ref.channel)) ?? newChannel(at.ref.channel);
  const author = at.message?.user;
  const pms = new Set([...channel.pms, handle.user]);
  return { ...channel, pms: [...pms].filter((user) => user !== author) };
}

/** The thread as kept, or else as Slack tells it; with the message pointed at, whatever else is known. */
async function threadNow(parts: Parts, at: PointedAt, channel: ChannelRecord): Promise<Thread> {
  const kept = (await getThread(parts, at.ref)) ?? emptyThread(at.ref);
  // Somebody is waiting for an answer: where Slack does not tell what was said, what was heard has to do.
  const whole = await catchUp(parts, kept, channel, { anyway: true });
  const { message } = at;
  if (message === undefined) return whole;
  const line = heardLine(parts, message, "doer", { manner: mannerOf(parts, channel) });
  // The same words, read in their place, say more than the message alone; other words are newer than what was heard.
  const known = whole.lines.find((one) => one.ts === message.ts && one.print === line.print);
  return fold(whole, known === undefined ? line : { ...known, role: "doer" });
}

function lineAt(thread: Thread, ts: Ts | undefined): Line | undefined {
  const pointed = ts && thread.lines.find((line) => line.ts === ts);
  return pointed && isOccasion(pointed) ? pointed : occasions(thread).at(-1);
}

async function sayNothingThere(parts: Parts, handle: Handle, at: PointedAt, thread: Thread): Promise<void> {
  const struck = thread.lines.find((line) => line.ts === at.ts)?.reading.struck[0];
  await say(
    parts,
    handle,
    struck === undefined
      ? "I see no estimate and no spec link there, so I have nothing to suggest."
      : [`I see no estimate there: “${struck.quote}” is none, since ${whyStruck(struck.reason)}.`],
  );
}

const sayQuiet = (parts: Parts, handle: Handle, choice: Choice) =>
  say(
    parts,
    handle,
    `Nothing worth asking here: ${choice.quiet ?? "every question I have is answered, asked or put away"}.`,
  );
