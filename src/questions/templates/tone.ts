type Broken = { readonly message: string; readonly allowed: string };
type ToneRule = { readonly name: string; readonly broken: (ask: string) => Broken | undefined };

/** More than this is not read in passing. */
const MOST_WORDS = 30;
const MOST_CHARACTERS = 300;

/** "Why", also where it hides: "how come", "explain why". */
const WHY =
  /^\W*(?:and |but |so |then )?(?:why|how come)\b|\bexplain(?: to (?:me|us))? why\b|\b(?:you|please) (?:tell (?:me|us)|say) why\b/i;

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

/** Words that doubt the person, or want to be convinced. */
const DISTRUSTFUL =
  /\b(?:honest(?:ly)?|seriously|realistic(?:ally)?|justif(?:y|ied|ication)|convince (?:me|us)|prove (?:it|this|that)|excuse|padd(?:ed|ing)|inflated?|sandbag\w*|promise|guarantee|(?:believe|trust) (?:it|this|that|you)|tak(?:e|es|ing) (?:you )?so (?:long|much)|(?:too|a bit|a little) (?:long|much|high) for)\b|\b(?:believe|trust|prove) \{/i;
/** Words that press for a smaller number than the one that was given. */
const PRESSING =
  /\b(?:faster|quicker|sooner|earlier|less|shorter) than \{|\b(?:do|finish|deliver|ship|have|get|build) (?:it|this|that) (?:\w+ )?(?:faster|quicker|sooner|earlier)\b|\b(?:speed|hurry) (?:it |this |that |things )?up\b|\basap\b|\b(?:cut|squeeze|shorten|halve|reduce|shave) \{/i;
/** What Slack draws, calls people with, or links. */
const MARKUP =
  /<[@#!\p{L}/][^<>]*>|(?<!\w)@\w+|(?<!\w):[a-z][\w+-]*:(?!\w)|https?:\/\/\S+|\p{Extended_Pictographic}|`|(?<![\w*])\*\S|(?<!\w)_[^\s_][^_]*_(?!\w)|(?<![\w~])~\S[^~]*~|&(?:amp|[lg]t);|[\r\n]/u;

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
      WHY.test(ask)
        ? { message: "a question that asks 'why' sounds like a reproach", allowed: "ask what, how or which" }
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
    name: "distrust",
    broken: (ask) => {
      const words = DISTRUSTFUL.exec(ask)?.[0];
      return words
        ? {
            message: `'${words}' sounds like distrust`,
            allowed: "ask about the work: what is in it, what it leans on, what could change it",
          }
        : undefined;
    },
  },
  {
    name: "pressing",
    broken: (ask) => {
      const words = PRESSING.exec(ask)?.[0];
      return words
        ? {
            message: `'${words}' presses for another number`,
            allowed: "ask for a first piece, or what could be left out",
          }
        : undefined;
    },
  },
  {
    name: "plain",
    broken: (ask) => {
      const sign = MARKUP.exec(ask)?.[0];
      return sign
        ? {
            message: `${/[\r\n]/.test(sign) ? "a line break" : `'${sign}'`} is more than plain words`,
            allowed:
              "one line without emoji, mentions, links or formatting: Slack shows it as it stands, or not at all",
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
      if (words > MOST_WORDS)
        return { message: `${words} words`, allowed: `at most ${MOST_WORDS}, so that it is read in passing` };
      return ask.length > MOST_CHARACTERS
        ? { message: `${ask.length} characters`, allowed: `at most ${MOST_CHARACTERS}` }
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
