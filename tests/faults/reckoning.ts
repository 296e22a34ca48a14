import { createHash } from "node:crypto";
import { TEAM } from "../../src/playground/people.ts";
import type { Store } from "../../src/store/store.ts";
import type { Offer, Thread } from "../../src/threads/thread.ts";
import { openQuestions } from "../../src/telling/suggestion-note.ts";
import type { Presses } from "./presses.ts";
import { type AskedFigures, reckonAsked } from "./reckoning-asked.ts";
import type { Stage } from "./stage.ts";
import type { Written } from "./stream.ts";
import { amountIn, wordIn, wordsIn } from "./words.ts";

/** What became of everything that was written. */
export type Reckoning = {
  /** Estimates that stand in the end: each is to be suggested once, as it stands. */
  readonly estimates: number;
  /** Looked at, and rightly left: the rules of choosing found nothing worth asking, and the thread says why. */
  readonly silent: number;
  /** Accepted by Slack, and known to be. */
  readonly accepted: number;
  /** Not accepted, as far as we know: it stands in Home instead. By the reason we keep. */
  readonly inHome: Readonly<Record<string, number>>;
  /** Accepted by Slack, which we do not know: the PM may have seen it, and finds it in Home too. */
  readonly unknowing: number;
  /** What became of the questions that PMs asked. */
  readonly asked: AskedFigures;
  /** Promises that were broken, in words; none is what is wanted. */
  readonly broken: readonly string[];
};

export async function reckon(
  stage: Stage,
  written: readonly Written[],
  presses: Presses,
): Promise<Reckoning> {
  const roots = new Map<string, Written[]>();
  for (const one of [...written, ...presses.replies.map((reply) => reply.written)])
    roots.set(one.root, [...(roots.get(one.root) ?? []), one]);
  const followed = [...roots.values()].filter(([root]) => root?.estimate);
  const shown = whispers(stage, presses);
  const threads = await stage.look((store) => readThreads(store, followed, stage.standIn.clock.now()));
  const broken: string[] = [];
  const inHome: Record<string, number> = {};
  let [estimates, silent, accepted, unknowing] = [0, 0, 0, 0];

  for (const [key, { times, most }] of shown) {
    if (times > most) broken.push(`shown ${times} times: ${key}`);
  }
  for (const all of followed) {
    const [root] = all;
    if (root === undefined) continue;
    const thread = threads.get(root.root);
    broken.push(...lostChanges(thread, all));
    if (root.gone) continue;
    estimates += 1;
    const { times, most } = shown.get(keyOf(root)) ?? { times: 0, most: 1 };
    const offer = thread?.offers.findLast((one) => one.value === valueIn(root.text));
    const to = offer?.to[root.place.pm];
    if (to === undefined && isSilent(thread, root)) silent += 1;
    else if (to === undefined) broken.push(`never suggested: ${root.text} (${whyNot(thread)})`);
    else if (to.state === "done" && offer !== undefined && openQuestions(offer).length === 0) silent += 1;
    else if (to.state === "seen" && times === 0 && stoodInHome(stage, root))
      inHome["seen there"] = (inHome["seen there"] ?? 0) + 1;
    else if (to.state === "accepted" || to.state === "seen") {
      accepted += 1;
      if ((times < 1 && !isBroughtUpToDate(thread, root, shown)) || times > most)
        broken.push(`taken for accepted, but shown ${times} times: ${root.text}`);
    } else if (to.state === "waiting" || to.state === "told") {
      const reason = to.reason ?? "no reason";
      inHome[reason] = (inHome[reason] ?? 0) + 1;
      unknowing += Math.min(times, 1);
    } else broken.push(`left ${to.state} (${to.reason}): ${root.text}`);
  }
  broken.push(...(await missingInHome(stage, followed, threads)));
  const { broken: inAsking, ...asked } = reckonAsked(stage, presses, { written, threads });
  broken.push(...inAsking);
  const said = broken.map((one) => `${one} [${deliveriesOf(one, stage)}]`);
  return { estimates, silent, accepted, inHome, unknowing, asked, broken: said };
}

const LAST_TRIES = 8;

/** The last attempts to deliver something about the message that a complaint is about, in the order they ended in. */
function deliveriesOf(complaint: string, { standIn }: Stage): string {
  const word = wordIn(complaint);
  if (word === undefined) return "";
  return standIn.attempts
    .map(({ envelope, acked, attempt }) => ({ words: JSON.stringify(envelope.payload), acked, attempt }))
    .filter(({ words }) => wordIn(words) === word)
    .map(({ words, acked, attempt }) => {
      const what = /"subtype":"message_(\w+)"/.exec(words)?.[1] ?? "said";
      return `${what} ${amountIn(words)} try ${attempt} ${acked ? "taken" : "not taken"}`;
    })
    .slice(-LAST_TRIES)
    .join(", ");
}

/** How an offer keeps the number it is about: in working days. */
function valueIn(text: string): string {
  const days = 5 * Number.parseInt(amountIn(text), 10);
  return `duration ${days}-${days}`;
}
const isSilent = (thread: Thread | undefined, { ts, text }: Written) =>
  thread?.silences.some(({ about, value }) => about === ts && value === valueIn(text)) === true;

/** Where nothing new is worth asking after an edit, a suggestion that was shown takes on the new number: as many were shown as stand. */
function isBroughtUpToDate(
  thread: Thread | undefined,
  { ts, place, word }: Written,
  shown: ReadonlyMap<string, Shown>,
): boolean {
  const before = [...shown].filter(([key, { times }]) => key.startsWith(`${place.pm} ${word} `) && times > 0);
  const stand = thread?.offers.filter(({ about, to }) => {
    const state = to[place.pm]?.state;
    return about === ts && (state === "accepted" || state === "seen");
  });
  return before.length > 0 && (stand?.length ?? 0) <= before.length;
}

const keyOf = (one: Written) => `${one.place.pm} ${one.word} ${amountIn(one.text)}`;

/** How a suggestion begins; the second way where its PM had asked from Home before its turn came. */
const SUGGESTS = /^(?:Worth asking|Asked in the thread): /;

/** How often Slack took a suggestion, and how often it may at most: an answer to a press shows it anew where it cannot be put in its place. */
type Shown = { readonly times: number; readonly most: number };

/** By whom a suggestion is for, what it is about, and its number. */
function whispers({ standIn }: Stage, { pressed }: Presses): Map<string, Shown> {
  const counts = new Map<string, Shown>();
  for (const { method, ok, args } of standIn.calls) {
    if (method !== "chat.postEphemeral" || !ok || !SUGGESTS.test(String(args["text"]))) continue;
    const words = JSON.stringify(args);
    const word = wordIn(words);
    const key = `${String(args["user"])} ${word} ${amountIn(words)}`;
    if (word === undefined) continue;
    const { times = 0 } = counts.get(key) ?? {};
    counts.set(key, { times: times + 1, most: 1 + pressed.filter(({ about }) => about === key).length });
  }
  return counts;
}

/** Whether Slack took a Home of its PM that names this message: who opens it has seen what waits there. */
function stoodInHome({ standIn }: Stage, { place, word }: Written): boolean {
  return standIn.calls.some(
    ({ method, ok, args }) =>
      ok &&
      method === "views.publish" &&
      args["user_id"] === place.pm &&
      wordsIn(JSON.stringify(args)).includes(word),
  );
}

async function readThreads(
  store: Store,
  followed: readonly Written[][],
  now: number,
): Promise<Map<string, Thread>> {
  const found = new Map<string, Thread>();
  for (const [root] of followed) {
    if (root === undefined) continue;
    const key = { team: TEAM.id, kind: "thread", id: `${root.place.channel}/${root.root}` };
    const thread = await store.get<Thread>(key, now);
    if (thread !== undefined) found.set(root.root, thread);
  }
  return found;
}

/** The fingerprint of a text, as a thread keeps it. */
const printOf = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);

/** Everything that stands must be there as it stands, and nothing of what is gone. */
function lostChanges(thread: Thread | undefined, all: readonly Written[]): string[] {
  const [root] = all;
  return all.flatMap((one) => {
    const line = thread?.lines.find(({ ts }) => ts === one.ts);
    const offered = thread?.offers.some(({ about }) => about === one.ts) === true;
    if (one.gone) return line || offered ? [`deleted, and still kept: ${one.text}`] : [];
    if (line === undefined) return root?.gone ? [] : [`lost: ${one.text}`];
    return line.print === printOf(one.text) ? [] : [`lost an edit: ${one.text}`];
  });
}

function whyNot(thread: Thread | undefined): string {
  if (thread === undefined) return "no thread";
  return `silences: ${thread.silences.map(({ reason }) => reason).join(", ")}; offers: ${thread.offers.length}`;
}

/** As many as a Home shows. */
const SHOWN = 10;

/** What waits for a PM must stand in the Home they open. */
async function missingInHome(
  { standIn, places }: Stage,
  followed: readonly Written[][],
  threads: ReadonlyMap<string, Thread>,
): Promise<string[]> {
  const missing: string[] = [];
  for (const { pm } of places) {
    const waits = followed.flatMap(([root]) => {
      const offers = root && !root.gone ? (threads.get(root.root)?.offers ?? []) : [];
      return offers.some((offer) => isWaiting(offer, pm)) && root?.place.pm === pm ? [root] : [];
    });
    const before = standIn.calls.length;
    standIn.openHome(pm);
    await standIn.until(() =>
      standIn.calls
        .slice(before)
        .some(({ method, ok, args }) => ok && method === "views.publish" && args["user_id"] === pm),
    );
    const home = new Set(wordsIn(JSON.stringify(standIn.home(pm))));
    const absent = waits.filter((one) => !home.has(one.word));
    if (waits.length - absent.length < Math.min(waits.length, SHOWN))
      missing.push(...absent.map((one) => `waits, and is not in Home: ${one.text}`));
  }
  return missing;
}

const isWaiting = (offer: Offer, pm: string) =>
  offer.to[pm]?.state === "waiting" && openQuestions(offer).length > 0;
