import { compilePattern, parseCue } from "../cue.ts";
import { findIn, lexicon } from "../lexicon.ts";
import type { Problem } from "../problem.ts";
import type { Template } from "../template.ts";
import { tokens, type Tokens } from "../tokens.ts";
import { WEIGHTS } from "../weights.ts";
import { eachWith, wordsOf } from "./sense.ts";
import { textsOf, type TemplateFile } from "./template-file.ts";
import type { Path, Yaml } from "./yaml.ts";

/** A word heard in more than this share of the messages of all questions tells nothing. The shipped words stay far below. */
const TELLS_NOTHING = 0.15;
/** With fewer messages a share says little. */
const FEWEST_MESSAGES = 50;
/** More tell no more, and a folder of a thousand questions brings thousands. The shipped ones come first. */
const MOST_MESSAGES = 400;

/** What is odd about the lists of words in a team's own files: words nobody hears, words heard everywhere, and no cues at all. */
export function wordListProblems(files: readonly TemplateFile[], known: readonly Template[]): Problem[] {
  const messages = known.flatMap(({ examples }) => [...examples.ask, ...examples.quiet]);
  const said = messages.slice(0, MOST_MESSAGES).map((text) => ({ text, words: tokens(text).words }));
  return [
    ...eachWith(files, known, ({ data, yaml }, template) => [
      ...noCues(template, yaml),
      ...wordsOf(data).flatMap(({ path, text }) => oddWord(text, path, yaml, said)),
    ]),
    ...files.flatMap((file) => (file.kind === "wrong" ? [] : saidTwice(file.data, file.yaml))),
  ];
}

/** Nothing was learned for a question of a team's own: without cues it stands by nothing. */
function noCues({ id, disabled, when, cuesGone }: Template, yaml: Yaml): Problem[] {
  const learned = Object.hasOwn(WEIGHTS.own, id) && cuesGone !== "all";
  if (disabled || learned || when.cues.length > 0) return [];
  return [
    yaml.problem(["when", "cues"], "there are no 'when.cues', so it is never asked", {
      allowed: "a question of your own is asked where one of its cues is heard",
    }),
  ];
}

type Message = { readonly text: string; readonly words: Tokens["words"] };

function oddWord(text: string, path: Path, yaml: Yaml, said: readonly Message[]): Problem[] {
  const cue = parseCue(text);
  if (cue.kind === "wrong" || cue.kind === "test") return [];
  if (cue.kind !== "pattern") {
    if (tokens(text).words.length === 0)
      return [yaml.problem(path, `'${text}' holds no word that could be heard`)];
    if (/^\/.*[^/]$/.test(text.trim()))
      return [
        yaml.problem(path, `'${text}' begins like a pattern, and is heard as a word`, {
          allowed: "a pattern has a / at both ends",
          mild: true,
        }),
      ];
  }
  const hears = hearing(text, cue);
  const heard = said.filter(hears).length;
  if (said.length < FEWEST_MESSAGES || heard / said.length <= TELLS_NOTHING) return [];
  return [
    yaml.problem(path, `'${text}' is heard in ${heard} of the ${said.length} examples of all questions`, {
      allowed: "it tells little: a word that is said about this kind of work alone does better",
      mild: true,
    }),
  ];
}

function hearing(
  text: string,
  cue: { readonly kind: string; readonly source?: string },
): (message: Message) => boolean {
  if (cue.kind === "pattern" && cue.source !== undefined) {
    const pattern = compilePattern(cue.source);
    return (message) => pattern.matcher(message.text).find();
  }
  const entries = lexicon([{ cue: text, of: text }]);
  return ({ words }) => findIn(entries, words).length > 0;
}

/** Entries of one list that are the same but for capital letters and how an accent is written. */
function saidTwice(data: unknown, yaml: Yaml): Problem[] {
  const lists = new Map<string, Set<string>>();
  return textsOf(data).flatMap(({ path, text }) => {
    if (typeof path.at(-1) !== "number") return [];
    const list = path.slice(0, -1).join(".");
    const before = lists.get(list) ?? new Set();
    lists.set(list, before);
    const key = text.trim().toLowerCase().normalize();
    if (!before.has(key)) {
      before.add(key);
      return [];
    }
    return [yaml.problem(path, `'${text.trim()}' stands in this list twice`, { mild: true })];
  });
}
