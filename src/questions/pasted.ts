/** One line of a pasted thread, by a role: "pm" asks, "eng" does the work. */
export type PastedLine = { readonly from: string; readonly text: string };

type Said = { readonly name: string | undefined; readonly text: string };

const NAME = "[\\p{L}][\\p{L}\\p{M} .'’()-]{0,40}";
const TIME =
  "\\[?(?:(?:today|yesterday|[a-z]{3,9} \\d{1,2}(?:st|nd|rd|th)?)(?: at)? )?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?\\]?";
/** "10:02 AM", as Slack copies it below a name or beside a message that goes on. */
const TIME_ALONE = new RegExp(`^${TIME}$`, "iu");
/** "Priya Patel  10:02 AM", "priya [10:02]". */
const NAME_AND_TIME = new RegExp(`^(${NAME}?)\\s+${TIME}$`, "iu");
/** "Priya: how long?", "[10:02] Priya: how long?". */
const NAME_AND_WORDS = new RegExp(`^(?:${TIME}\\s+)?(${NAME}):\\s+(\\S.*)$`, "iu");
const NAME_ALONE = new RegExp(`^${NAME}$`, "u");

/** Inverted commas, as they open and close. */
const WRAPS = ['""', "''", "“”", "‘’", "„“", "«»"];

/** Words put in inverted commas as a whole, without them: read as they stand, they would be somebody else's. */
function unwrapped(text: string): string {
  const words = text.trim();
  const inside = words.slice(1, -1);
  const isWrapped = WRAPS.some(
    (marks) => words.length > 2 && `${words[0]}${words.at(-1)}` === marks && !inside.includes(marks[0]!),
  );
  return isWrapped ? inside : text;
}

/** Pasted talk as a thread: whoever asks "how long?" asks as a PM, everybody else may be a doer. */
export function asThread(pasted: string): PastedLine[] {
  const text = unwrapped(pasted);
  const all = copiedFromSlack(lines(text)) ?? namedInLine(lines(text));
  if (all === undefined) return [{ from: "eng", text }];
  const said = all.map((one) => ({ ...one, text: unwrapped(one.text) }));
  const roles = new Map<string | undefined, string>();
  for (const { name, text: words } of said) {
    if (name !== undefined && !roles.has(name)) roles.set(name, words.endsWith("?") ? "pm" : "eng");
  }
  return said.map(({ name, text: words }) => ({ from: roles.get(name) ?? "eng", text: words }));
}

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A name with a time beside or below it stands above what was said, as in a thread copied out of Slack. */
function copiedFromSlack(all: readonly string[]): Said[] | undefined {
  const said: Said[] = [];
  let name: string | undefined;
  let heads = 0;
  // Right below a head stand words, whatever they look like.
  let below = false;
  for (const [index, line] of all.entries()) {
    const beside = NAME_AND_TIME.exec(line)?.[1];
    const above: string | undefined =
      !below && NAME_ALONE.test(line) && TIME_ALONE.test(all[index + 1] ?? "") ? line : undefined;
    const head: string | undefined = beside ?? above;
    if (head !== undefined) {
      name = head.trim();
      heads += 1;
    } else if (!TIME_ALONE.test(line)) said.push({ name, text: line });
    below = head === undefined ? heads > 0 && TIME_ALONE.test(line) : head === beside;
  }
  return heads === 0 || said.length === 0 ? undefined : said;
}

/** A name before the words. "Risk: the vendor" is a sentence; a thread has names before most of its lines. */
function namedInLine(all: readonly string[]): Said[] | undefined {
  const said = all.map((line): Said => {
    const [, name, text] = NAME_AND_WORDS.exec(line) ?? [];
    return text === undefined ? { name: undefined, text: line } : { name, text };
  });
  const speakers = said.filter(({ name }) => name !== undefined).length;
  return speakers < 2 || speakers * 2 < said.length ? undefined : said;
}
