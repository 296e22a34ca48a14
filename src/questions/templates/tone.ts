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

/** The check of a rule that some words break, with what is said of them. */
const brokenBy =
  (
    find: (ask: string) => string | undefined,
    message: (words: string) => string,
    allowed: string,
  ): ToneRule["broken"] =>
  (ask) => {
    const words = find(ask);
    return words ? { message: message(words), allowed } : undefined;
  };

const matched =
  (pattern: RegExp) =>
  (ask: string): string | undefined =>
    pattern.exec(ask)?.[0];

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
    broken: brokenBy(
      matched(NUMBER),
      (words) => `'${words}' is a number nobody said: it would pull the estimate its way`,
      "{estimate} and {previous} are the engineer's own numbers",
    ),
  },
  {
    name: "loaded",
    broken: brokenBy(
      (ask) => wordIn(ask, LOADED),
      (words) => `'${words}' makes it sound like a reproach`,
      "leave it out",
    ),
  },
  {
    name: "personal",
    broken: brokenBy(
      (ask) => wordIn(ask, PERSONAL),
      (words) => `'${words}' asks about the person, not the work`,
      "'does {estimate} include …' instead of 'did you include …'",
    ),
  },
  {
    name: "distrust",
    broken: brokenBy(
      matched(DISTRUSTFUL),
      (words) => `'${words}' sounds like distrust`,
      "ask about the work: what is in it, what it leans on, what could change it",
    ),
  },
  {
    name: "pressing",
    broken: brokenBy(
      matched(PRESSING),
      (words) => `'${words}' presses for another number`,
      "ask for a first piece, or what could be left out",
    ),
  },
  {
    name: "plain",
    broken: brokenBy(
      matched(MARKUP),
      (words) => `${/[\r\n]/.test(words) ? "a line break" : `'${words}'`} is more than plain words`,
      "one line without emoji, mentions, links or formatting: Slack shows it as it stands, or not at all",
    ),
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
