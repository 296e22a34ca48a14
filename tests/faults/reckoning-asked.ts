import type { Asked, Label, Thread } from "../../src/threads/thread.ts";
import type { Form, Presses } from "./presses.ts";
import type { Stage } from "./stage.ts";
import type { Written } from "./stream.ts";
import { wordIn, wordsIn } from "./words.ts";

/** What became of what PMs pressed, and of the questions they asked. */
export type AskedFigures = {
  /** Buttons and forms that Slack had an acknowledgement for, and those for which whoever pressed saw an error. */
  readonly arrived: number;
  readonly refused: number;
  /** Questions whose form was acknowledged. */
  readonly submitted: number;
  /** Posted by Slack, one for each. */
  readonly posted: number;
  /** Not posted, and whoever asked was told so. */
  readonly told: number;
  /** Questions all of whose replies were clear, and judged as they were meant. */
  readonly judged: number;
  /** Notes on a verdict that Slack took, and verdicts whose note was cut short: they stand in Home alone. */
  readonly notes: number;
  readonly noted: number;
};

type Known = {
  readonly written: readonly Written[];
  readonly threads: ReadonlyMap<string, Thread>;
};

/** Holds the bot to what it promises whoever presses; to be called once every Home was opened. */
export function reckonAsked(
  stage: Stage,
  presses: Presses,
  known: Known,
): AskedFigures & { readonly broken: readonly string[] } {
  const broken: string[] = [];
  const posts = postsIn(stage);
  const wasTold = listenTo(stage);
  const notes = notesIn(stage);
  const all = [...presses.pressed, ...presses.forms.flatMap(({ submits }) => submits)];
  const figures = { submitted: 0, posted: 0, told: 0, judged: 0, noted: 0 };

  const words = new Set(presses.forms.map(({ word }) => word));
  for (const word of posts.keys()) if (!words.has(word)) broken.push(`posted without a press: ${word}`);
  for (const form of presses.forms) {
    const { word, place, root } = form;
    const stands = posts.get(word) ?? [];
    const name = `${place.pm}'s question on ${word}`;
    const asked = known.threads.get(root)?.asked.find(({ text }) => wordIn(text) === word);
    if (stands.length > 1) broken.push(`posted ${stands.length} times: ${name}`);
    const arrived = form.submits.find(({ acked }) => acked);
    if (arrived !== undefined) figures.submitted += 1;
    if (stands.length > 0) {
      figures.posted += 1;
      if (asked === undefined) broken.push(`posted, and unknown to its thread: ${name}`);
      else if (!stands.includes(asked.ts)) broken.push(`posted, and not known where: ${name}`);
    } else {
      if (asked !== undefined)
        broken.push(`${asked.ts === "" ? "left as being posted" : "taken for posted, and is not"}: ${name}`);
      if (arrived !== undefined && wasTold(place.pm, arrived.at, word)) figures.told += 1;
      else if (arrived !== undefined) broken.push(`submitted, and neither posted nor told why: ${name}`);
    }
    if (asked === undefined) continue;
    const shown = notes.get(word) ?? [];
    broken.push(...repeated(shown, known.written).map((label) => `told twice it is ${label}: ${name}`));
    const meant = clearly(form, asked, { presses, written: known.written });
    if (meant !== undefined && asked.verdict?.label !== meant)
      broken.push(`meant as ${meant}, and judged as ${asked.verdict?.label}: ${name}`);
    if (meant !== undefined) figures.judged += 1;
    if (shown.length === 0 && meant === "non-answer") figures.noted += 1;
  }
  broken.push(...askedTwice(presses.forms, posts));
  broken.push(...notKept(presses, known, wasTold));
  broken.push(...missingInHomes(stage, known));
  return {
    ...figures,
    arrived: all.filter(({ acked }) => acked === true).length,
    refused: all.filter(({ acked }) => acked !== true).length,
    notes: [...notes.values()].flat().length,
    broken,
  };
}

/** Where each question stands in public, by its word: as often as Slack was made to post it. */
function postsIn({ standIn }: Stage): Map<string, string[]> {
  const posts = new Map<string, string[]>();
  for (const { ts, blocks, text } of standIn.public()) {
    const word = wordIn(text + JSON.stringify(blocks)) ?? `"${text}"`;
    posts.set(word, [...(posts.get(word) ?? []), ts]);
  }
  return posts;
}

/** What the bot says where a press failed. */
const SORRY = "That did not work just now";

type WasTold = (pm: string, since: number, word?: string) => boolean;

/** Whether somebody was told, privately, about the question with that word, or that something failed: which counts for one press. */
function listenTo({ standIn }: Stage): WasTold {
  const heard = new Map<string, { readonly at: number; readonly words: string; used: boolean }[]>();
  const by = (pm: string) => {
    const known = heard.get(pm);
    if (known !== undefined) return known;
    const { bot, messages } = standIn.snapshot(pm);
    const all = Object.values(messages)
      .flat()
      .filter((one) => one.user === bot.id && (one.private === true || one.thread === undefined))
      .map((one) => ({ at: Number(one.ts) * 1000, words: JSON.stringify(one), used: false }));
    heard.set(pm, all);
    return all;
  };
  return (pm, since, word) => {
    if (word !== undefined && by(pm).some(({ words }) => wordsIn(words).includes(word))) return true;
    const sorry = by(pm).find(({ at, words, used }) => !used && at >= since && words.includes(SORRY));
    if (sorry !== undefined) sorry.used = true;
    return sorry !== undefined;
  };
}

type Note = { readonly label: string; readonly words: readonly string[] };

/** How a note on a verdict begins. */
const YOURS = "Your question is ";

/** The notes on verdicts that Slack took, by the word of the question, oldest first. */
function notesIn({ standIn }: Stage): Map<string, Note[]> {
  const notes = new Map<string, Note[]>();
  for (const { method, ok, args } of standIn.calls) {
    const text = String(args["text"]);
    const word = wordIn(text);
    if (method !== "chat.postEphemeral" || !ok || !text.startsWith(YOURS) || word === undefined) continue;
    const label = text.slice(YOURS.length, text.indexOf(":"));
    const words = wordsIn(JSON.stringify(args)).filter((one) => one !== word);
    notes.set(word, [...(notes.get(word) ?? []), { label, words }]);
  }
  return notes;
}

/** The same verdict told twice in a row, though what decided it still stands. */
function repeated(notes: readonly Note[], written: readonly Written[]): string[] {
  const gone = new Set(written.filter((one) => one.gone).map(({ word }) => word));
  return notes
    .filter(({ label }, index) => {
      const before = notes[index - 1];
      return before?.label === label && !before.words.some((word) => gone.has(word));
    })
    .map(({ label }) => label);
}

/** What the replies to a question amount to where all of them are clear, and none was said while it was being posted. */
function clearly(
  { root, submits }: Form,
  { closed, ts }: Asked,
  { presses, written }: { readonly presses: Presses; readonly written: readonly Written[] },
): Label | undefined {
  const from = (submits[0]?.at ?? 0) - 1000;
  const later = (one: Written) => one.root === root && one.ts !== root && Number(one.ts) * 1000 >= from;
  if (closed || written.some(later)) return undefined;
  const replies = presses.replies.filter((one) => later(one.written));
  const clear = new Set(replies.map((one) => (one.written.ts > ts ? one.clear : undefined)));
  return clear.size === 1 ? [...clear][0] : undefined;
}

/** Two forms on one question, and both posted: whoever asked had not been told that it stands. */
function askedTwice(forms: readonly Form[], posts: ReadonlyMap<string, readonly string[]>): string[] {
  const about = new Map<string, string[]>();
  for (const { value, word } of forms) {
    if (posts.has(word)) about.set(value, [...(about.get(value) ?? []), word]);
  }
  return [...about.values()]
    .filter((words) => words.length > 1)
    .map((words) => `asked twice: ${words.join(", ")}`);
}

const aboutOf = (value: string) => value.slice(value.indexOf("?") + 1);

/** Questions put away with an acknowledgement must be put away, unless whoever did it was told that it failed. */
function notKept({ pressed, forms }: Presses, { threads }: Known, wasTold: WasTold): string[] {
  const asked = new Set(forms.map(({ value }) => aboutOf(value)));
  return pressed.flatMap(({ label, value, acked, place, at }) => {
    if (acked !== true || (label !== "Not useful" && label !== "Already covered")) return [];
    // Whoever also asked it, and got it back, has it open again.
    if (asked.has(aboutOf(value))) return [];
    const about = new URLSearchParams(aboutOf(value));
    const offer = threads.get(about.get("r") ?? "")?.offers.find(({ id }) => id === about.get("o"));
    if (offer === undefined || offer.pressed[about.get("q") ?? ""] !== undefined || wasTold(place.pm, at))
      return [];
    return [`pressed "${label}", and not kept: ${offer.quote}`];
  });
}

/** As many as a Home shows. */
const SHOWN = 10;
const OPEN: readonly (Label | undefined)[] = [undefined, "unrelated", "partial", "non-answer"];

/** A question that is open stands in the Home of whoever asked it. */
function missingInHomes({ standIn, places }: Stage, { threads }: Known): string[] {
  const asked = [...threads.values()].flatMap((thread) => thread.asked);
  return places.flatMap(({ pm }) => {
    const home = new Set(wordsIn(JSON.stringify(standIn.home(pm))));
    const open = asked.filter((one) => one.by === pm && !one.closed && OPEN.includes(one.verdict?.label));
    const absent = open.filter(({ text, ts }) => ts !== "" && !home.has(wordIn(text) ?? text));
    return open.length - absent.length < Math.min(open.length, SHOWN)
      ? absent.map(({ text }) => `open, and not in Home: ${text}`)
      : [];
  });
}
