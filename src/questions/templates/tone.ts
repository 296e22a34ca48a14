type Broken = { readonly message: string; readonly allowed: string };
type ToneRule = { readonly name: string; readonly broken: (ask: string) => Broken | undefined };

/** More than this is not read in passing. */
const MOST_WORDS = 30;

/** Words that make a question sound like a reproach, or an answer like an admission. */
const LOADED = ["just", "only", "simply", "surely", "really", "obviously", "merely", "are you sure"];

/** Beginnings that ask about the person instead of the work. */
const PERSONAL = [
  "did you",
  "didn't you",
  "have you",
  "haven't you",
  "do you think",
  "don't you",
  "can't you",
  "couldn't you",
  "why do you",
  "you forgot",
  "did you forget",
  "your estimate",
];

const NUMBER_WORDS =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|dozen|couple of";
/** "a week" as an amount; "once a week" is none. */
const SMALL_AMOUNT = String.raw`(?<!\b(?:once|twice|times) )\b(?:one|an?|half an?) (?:hour|day|week|month|quarter|sprint|point)\b`;
const NUMBER = new RegExp(
  String.raw`(?<![\w.])\d[\d.,]*(?![\w])|\b(?:${NUMBER_WORDS})\b|${SMALL_AMOUNT}`,
  "i",
);

/**
 * How a question should sound, as a PM would ask an engineer they respect. Sources: questions that begin with "why"
 * are heard as accusations; any number in the air drags the estimate (Jørgensen & Sjøberg 2004; Løhre & Jørgensen 2016).
 */
export const TONE: readonly ToneRule[] = [
  {
    name: "why",
    broken: (ask) =>
      /^\W*(?:and |but |so |then )?why\b/i.test(ask)
        ? {
            message: "a question that begins with 'why' sounds like a reproach",
            allowed: "ask what, how or which",
          }
        : undefined,
  },
  {
    name: "number",
    broken: (ask) => {
      const number = NUMBER.exec(ask)?.[0];
      return number
        ? {
            message: `'${number}' is a number nobody said: it would pull the estimate its way`,
            allowed: "{estimate} and {previous} are the engineer's own numbers",
          }
        : undefined;
    },
  },
  {
    name: "loaded",
    broken: (ask) => {
      const word = wordIn(ask, LOADED);
      return word
        ? { message: `'${word}' makes it sound like a reproach`, allowed: "leave it out" }
        : undefined;
    },
  },
  {
    name: "personal",
    broken: (ask) => {
      const words = wordIn(ask, PERSONAL);
      return words
        ? {
            message: `'${words}' asks about the person, not the work`,
            allowed: "'does {estimate} include …' instead of 'did you include …'",
          }
        : undefined;
    },
  },
  {
    name: "one-question",
    broken: (ask) => {
      const marks = ask.match(/\?/g)?.length ?? 0;
      return marks === 1
        ? undefined
        : {
            message: `${marks === 0 ? "no" : marks} question marks`,
            allowed: "one question, one question mark",
          };
    },
  },
  {
    name: "length",
    broken: (ask) => {
      const words = ask.trim().split(/\s+/).length;
      return words > MOST_WORDS
        ? { message: `${words} words`, allowed: `at most ${MOST_WORDS}, so that it is read in passing` }
        : undefined;
    },
  },
];

/** Whole words, not the parts of a compound: "read-only" is not "only". */
function wordIn(text: string, words: readonly string[]): string | undefined {
  return words.find((word) =>
    new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "i").test(text.replaceAll("’", "'")),
  );
}
