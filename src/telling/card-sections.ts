import type { Card, CardQuestion, Value, Words } from "../threads/card.ts";
import type { Ts } from "../threads/thread.ts";
import { inZone } from "./working-day.ts";

export type CardView = {
  readonly card: Card;
  /** Where each message of the card opens in Slack. */
  readonly links: ReadonlyMap<Ts, string>;
  /** The reader's time zone, for days. */
  readonly zone: string;
};

/** One line of a card: words, perhaps somebody's answer below them, and the message to look it up in. */
export type Item = {
  readonly words: string;
  readonly reply?: string;
  readonly ts: Ts;
  /** What the link is called. */
  readonly label: string;
};
export type Section = { readonly title: string; readonly items: readonly Item[] };

/** "about 3 weeks", or all of them where the thread holds several. */
export function headline({ estimates, plus }: Card): string {
  const all = estimates.map(({ now }) => now.quote).join(" · ");
  const more = plus.map(({ quote }) => `, plus ${quote}`).join("");
  const one = estimates.length === 1 && estimates[0].now.shape !== "several";
  return `${one ? "Estimate" : "Estimates"}: ${all}${more}`;
}

/** How much room the number leaves, in words a stakeholder understands. */
export function rangeOf({ kind, shape, hedges, quote }: Value): string {
  const doubt = hedges.length === 0 ? "" : `, said with “${hedges.slice(0, 3).join("”, “")}”`;
  if (shape === "several") return `several numbers in one message${doubt}`;
  if (kind === "date") return `a date${doubt}`;
  if (kind === "vague") return `in words only, no number yet${doubt}`;
  if (shape === "range") return `${quote}${doubt}`;
  if (shape === "bound") return `open at one end${doubt}`;
  return `${ONE[kind]}${doubt}`;
}

const ONE = {
  duration: "one number without a range",
  points: "story points, not days",
  size: "a size, not days",
} as const;

/** "3 weeks (24 Nov 2026)", oldest first, ending with what it is now; nothing where it never changed. */
export function changesOf({ now, before }: Card["estimates"][number], zone: string): string[] {
  if (before.length === 0) return [];
  return [...before, now].map(({ quote, ts }) => `${quote} (${dateOf(ts, zone)})`);
}

/** Everything below the number, under the headings a PM would use; headings with nothing under them are left out. */
export function sectionsOf({ card, zone }: CardView): Section[] {
  const sections: Section[] = [
    { title: "On top of that", items: card.plus.filter((one) => !isLearned(card, one)).map(valueItem) },
    { title: "Other numbers in replies", items: card.also.map(valueItem) },
    { title: "Included", items: card.in.map((one) => saidItem(bare(one, OPENS.in))) },
    { title: "Not included", items: card.out.map((one) => saidItem(bare(one, OPENS.out))) },
    { title: "Assumes", items: card.assumed.map((one) => saidItem(bare(one, OPENS.assumed))) },
    { title: "Depends on", items: card.depends.map((one) => saidItem(bare(one, OPENS.depends))) },
    { title: "Asked and answered", items: card.learned.map(learnedItem) },
    { title: "Still open", items: card.open.map((one) => openItem(one, zone)) },
    { title: "Also asked in the thread", items: card.others.map((one) => openItem(one, zone)) },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** Opening words that say what the heading says already. */
const OPENS = {
  in: /^(?:(?:that|it|this|which|estimate|already) )?(?:included:|in scope:|incl\.?|including|inclusive of|includes?|covers?|counting|with) /i,
  out: /^(?:(?:(?:i|we)(?:'ve| have)? )?left out(?: (?:for now|on purpose|so far))?:?|excluded:|not in:|not including|not incl\.?|not counting|excluding|excludes?|excl\.?|(?:does|do)(?: not|n't|nt) (?:include|cover|count)|leav(?:es|ing) out|without|w\/o|minus|except(?: for)?) /i,
  assumed:
    /^(?:assuming|assumptions?:|assumed:|(?:i|we|it|this) assumed?s?|assumes?|on the assumption|provided|presuming)(?: that)? /i,
  depends:
    /^(?:depends on|depending on|dependent on|blocked (?:by|on)|waiting (?:for|on)|waits? for|hinges on|subject to|contingent on) /i,
} as const;

const bare = ({ quote, ts }: Words, opens: RegExp): Words => ({ quote: quote.replace(opens, ""), ts });

/** The answer that told it stands with its question. */
const isLearned = (card: Card, { ts }: Value) => card.learned.some(({ reply }) => reply?.ts === ts);

const valueItem = ({ quote, said, ts }: Value): Item => saidItem({ quote: said ?? quote, ts });
const saidItem = ({ quote, ts }: Words): Item => ({ words: `“${quote}”`, ts, label: "message" });

function learnedItem({ text, asked, reply }: CardQuestion): Item {
  if (reply === undefined) return { words: text, ts: asked, label: "thread" };
  return { words: text, reply: `“${reply.quote}”`, ts: reply.ts, label: "answer" };
}

/** Half an answer is worth repeating; words that answered nothing are not. */
function openItem({ text, asked, label, reply }: CardQuestion, zone: string): Item {
  const words = `${text} (asked ${dateOf(asked, zone)})`;
  const half = label === "partial" && reply !== undefined;
  return { words, ...(half && { reply: `So far: “${reply.quote}”` }), ts: asked, label: "question" };
}

/** What a card can hold, what it is called, and the shipped questions that ask for it. */
const TOLD = [
  {
    part: "in",
    called: "what is included",
    by: ["integration-testing", "review-and-qa", "done-means", "docs-and-handover", "hidden-work"],
  },
  {
    part: "out",
    called: "what is left out",
    by: ["exclusions", "integration-testing", "review-and-qa", "docs-and-handover", "done-means"],
  },
  { part: "assumed", called: "what it assumes", by: ["uncertainty", "range", "spike", "open-questions"] },
  { part: "depends", called: "what it depends on", by: ["dependencies", "third-party"] },
] as const;

/** What nobody has said yet: a card that is silent about it would read as if there were nothing. */
export function untold(card: Card): string[] {
  const asked: readonly string[] = [...card.learned, ...card.open, ...card.others].map((one) => one.question);
  return TOLD.filter(({ part, by }) => card[part].length === 0 && !by.some((id) => asked.includes(id))).map(
    ({ called }) => called,
  );
}

/** Every message the card points at. */
export function messagesOf(card: Card): Ts[] {
  const { estimates, plus, also, learned, open, others } = card;
  const values = estimates.flatMap(({ now, before }) => [now, ...before]);
  const said = [...values, ...plus, ...also, ...card.in, ...card.out, ...card.assumed, ...card.depends];
  const asked = [...learned, ...open, ...others].flatMap((one) => [one.asked, one.reply?.ts ?? one.asked]);
  return [...new Set([...said.map(({ ts }) => ts), ...asked])];
}

/** "24 Nov 2026", by the reader's calendar. */
export function dateOf(ts: Ts, zone: string): string {
  return inZone(Number(ts) * 1000, zone).toFormat("d LLL yyyy");
}
