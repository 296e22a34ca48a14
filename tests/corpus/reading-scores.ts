import { read } from "../../src/reading/read.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { jsonLines, linesOf, type World } from "./labelled.ts";

type Gold = {
  quote: string;
  kind: string;
  low: number | string | null;
  high: number | string | null;
  hedged: boolean;
  revises?: boolean;
};
type Message = { id: string; text: string; estimates: Gold[]; tag: string };
type LinkLine = { id: string; text: string; spec: boolean; provider: string };
type Counts = { right: number; wrong: number; missed: number };
type Share = { right: number; of: number };

/** What was measured on one or several sets. */
export type Scores = {
  messages: Counts;
  entries: Counts;
  values: Share;
  kinds: Share;
  hedged: Share;
  revises: Counts;
  tags: Record<string, Share>;
  misses: string[];
};

const f1 = ({ right, wrong, missed }: Counts): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
const precision = ({ right, wrong }: Counts): number => (right === 0 ? 0 : right / (right + wrong));
const share = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);

/** The figures that have targets, each between 0 and 1. */
export const figures = (s: Scores) => ({
  messagesF1: f1(s.messages),
  messagesPrecision: precision(s.messages),
  entriesF1: f1(s.entries),
  values: share(s.values),
  kinds: share(s.kinds),
  hedged: share(s.hedged),
  revisesF1: f1(s.revises),
});

/** Scores the estimates of some worlds. Entries match where they overlap, each used once. */
export function scoreEstimates(worlds: readonly World[]): Scores {
  const s: Scores = {
    messages: { right: 0, wrong: 0, missed: 0 },
    entries: { right: 0, wrong: 0, missed: 0 },
    values: { right: 0, of: 0 },
    kinds: { right: 0, of: 0 },
    hedged: { right: 0, of: 0 },
    revises: { right: 0, wrong: 0, missed: 0 },
    tags: {},
    misses: [],
  };
  for (const message of worlds.flatMap((world) => linesOf<Message>(world, "estimates")))
    scoreMessage(message, s);
  return s;
}

function scoreMessage(message: Message, s: Scores): void {
  const reading = read(message.text);
  const found = reading.estimates.length > 0;
  const wanted = message.estimates.length > 0;
  if (found && wanted) s.messages.right++;
  else if (found) s.messages.wrong++;
  else if (wanted) s.messages.missed++;
  const tag = (s.tags[message.tag] ??= { right: 0, of: 0 });
  tag.of++;
  if (found === wanted) tag.right++;
  else
    s.misses.push(
      `${message.id} [${message.tag}] ${JSON.stringify(message.text.slice(0, 130))} -> ${shown(reading)}`,
    );
  scoreEntries(message, reading, s);
}

const shown = (reading: Reading): string =>
  [
    ...reading.estimates.map((one) => `${one.quote} (${one.kind})`),
    ...reading.struck.map((one) => `not ${one.quote} (${one.reason})`),
  ].join("; ");

function scoreEntries(message: Message, reading: Reading, s: Scores): void {
  const open = [...reading.estimates];
  let from = 0;
  for (const gold of message.estimates) {
    const at = Math.max(message.text.indexOf(gold.quote, from), 0);
    from = at;
    const overlaps = (one: { at: number; quote: string }): boolean =>
      one.at < at + gold.quote.length && one.at + one.quote.length > at;
    let index = open.findIndex(overlaps);
    if (index < 0)
      index = open.findIndex((one) => one.quote.includes(gold.quote) || gold.quote.includes(one.quote));
    if (index < 0) {
      s.entries.missed++;
      if (gold.revises) s.revises.missed++;
      continue;
    }
    const [hit] = open.splice(index, 1);
    s.entries.right++;
    s.kinds.of++;
    if (hit!.kind === gold.kind) s.kinds.right++;
    s.hedged.of++;
    if (hit!.hedged === gold.hedged) s.hedged.right++;
    else
      s.misses.push(
        `${message.id} hedged should be ${gold.hedged}: ${gold.quote} in ${JSON.stringify(message.text.slice(0, 110))}`,
      );
    if (hit!.revises && gold.revises) s.revises.right++;
    else if (hit!.revises) s.revises.wrong++;
    else if (gold.revises) s.revises.missed++;
    if (Boolean(hit!.revises) !== Boolean(gold.revises))
      s.misses.push(
        `${message.id} revises should be ${Boolean(gold.revises)}: ${gold.quote} in ${JSON.stringify(message.text.slice(0, 110))}`,
      );
    if (hit!.kind !== gold.kind)
      s.misses.push(`${message.id} kind should be ${gold.kind}, is ${hit!.kind}: ${gold.quote}`);
    if (gold.kind === "date" || gold.kind === "vague") continue;
    s.values.of++;
    if (near(hit!.low, gold.low) && near(hit!.high, gold.high)) s.values.right++;
    else
      s.misses.push(
        `${message.id} value: ${gold.quote} should be ${gold.low}..${gold.high}, is ${hit!.quote} ${hit!.low}..${hit!.high}`,
      );
  }
  s.entries.wrong += open.length;
  for (const one of open)
    if (message.estimates.length > 0)
      s.misses.push(`${message.id} too much: ${one.quote} in ${JSON.stringify(message.text.slice(0, 110))}`);
}

const near = (one: number | string | null, other: number | string | null): boolean =>
  typeof one === "number" && typeof other === "number" ? Math.abs(one - other) < 0.01 : one === other;

/** Scores the links: is there a spec, and at which provider. */
export function scoreLinks() {
  const specs: Counts = { right: 0, wrong: 0, missed: 0 };
  const providers: Share = { right: 0, of: 0 };
  for (const line of jsonLines<LinkLine>(new URL("links.jsonl", import.meta.url))) {
    const { links } = read(line.text);
    const main = links.find((link) => link.spec) ?? links[0];
    providers.of++;
    if (main?.provider === line.provider) providers.right++;
    if (main?.spec && line.spec) specs.right++;
    else if (main?.spec) specs.wrong++;
    else if (line.spec) specs.missed++;
  }
  return { linksF1: f1(specs), providers: share(providers) };
}

const shownShare = (value: number): string => value.toFixed(3);

/** The table by world and by tag, for people. */
export function table(worlds: readonly World[]): string {
  const rows = [
    ...worlds.map((world) => [world, scoreEstimates([world])] as const),
    ["all", scoreEstimates(worlds)] as const,
  ];
  const head = ["set", "messages F1", "precision", "entries F1", "values", "kind", "hedged", "revises F1"];
  const body = rows.map(([name, s]) => [name, ...Object.values(figures(s)).map(shownShare)]);
  const tags = Object.entries(scoreEstimates(worlds).tags).toSorted(([a], [b]) => a.localeCompare(b));
  const links = scoreLinks();
  return [
    [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`).join("\n"),
    "",
    [
      "| tag | right | of |",
      "| --- | --- | --- |",
      ...tags.map(([tag, s]) => `| ${tag} | ${s.right} | ${s.of} |`),
    ].join("\n"),
    "",
    `links F1 ${shownShare(links.linksF1)}, provider ${shownShare(links.providers)}`,
  ].join("\n");
}
