/**
 * The words between which a number stands that takes the place of another: they name no work. What is left of a clause
 * without them is what its number is for.
 */
const IDLE: ReadonlySet<string> = new Set(
  `a an the it it's its this that that's thats is are was be been being will would could should might may i i'd i'll i'm
  we we'd we'll you so ok okay well hm hmm um uh yeah yes no nope nah not wait oh oops ah sorry pardon correction scratch
  scrap make call say says saying said rather actually really honestly more like nearer closer near to about around
  roughly maybe probably perhaps at least up in of on for and but or then now again after all think thought thinking
  guess look looked looking looks checked checking check second another once had having have has having took taking
  take proper properly closer update updated updating revised new estimate number figure size total altogether overall
  together whole everything need needs needed want it'll that'll turns turned out instead mean meant becomes come comes
  came going go gone get with by from my our realistically as ~`.split(/\s+/),
);

/** An earlier number is given up in so many words, or was looked at once more. */
const PLAINLY =
  /\b(?:make (?:it|that)|more like|nearer|closer to|call it|rather|correction|scra(?:tch|p) that|becomes|turn(?:s|ed) out|updated?|revised|again|(?:second|another|closer|proper) look|i meant?|in total|total|altogether|overall|all in)\b/i;
/** So does this, but for where something was asked: there it says no to the question. */
const IN_SHORT = /\b(?:no(?:pe)?|nah|sorry|oops|pardon|wait|actually)\b/i;
const BEHIND =
  /^[^\n\d?.;]{0,12}\b(?:actually|after all|instead|now|rather|in total|total|altogether|overall|all in|then)\b/i;
const SORRY_BEHIND = /^\W{0,3}sorry\b/i;

/** The number comes on top of another, or is a part of it. */
const BESIDE =
  /^[^\n,.;]{0,24}\b(?:more|longer|later|extra|on top|additional|each|per|left|to go)\b|^ ?(?:of|is|are|was|were|goes?)\b/i;
const MORE = /\b(?:more|longer|later|extra|on top)$/i;
/** The number is said to be for something. */
const FOR = /^ ?(?:just |only )?(?:for|on) ([^\n,.;]{1,60})/i;

const SEVERAL = /\b(?:and|plus)\b|[+&]/i;

/** A correction opens the message. */
const OPENING = 160;

/** What is known of where a number stands. */
export type Standing = {
  /** What the earlier number was said with. */
  readonly before?: string | undefined;
  /** True where a question was asked since. */
  readonly asked?: boolean;
};

/**
 * Whether the number at `at` stands for the whole, in the place of one said before it: "sorry, 4 weeks", "looked at it again,
 * more like 3 weeks". Not where its words name another work than the earlier ones ("actually search is 4 weeks"), nor
 * where it comes on top ("no, add three days").
 */
export function putsRight(
  text: string,
  { at, quote }: { readonly at: number; readonly quote: string },
  { before = "", asked = false }: Standing = {},
): boolean {
  if (at < 0 || at > OPENING) return false;
  const lead = `${text.slice(0, at).trimEnd()} ${/^(?:that|it) /i.exec(quote)?.[0] ?? ""}`;
  const tail = text.slice(at + quote.length, at + quote.length + OPENING);
  if (BESIDE.test(tail) || MORE.test(quote)) return false;
  // Of two works that were named, one alone is a part of them.
  const known = SEVERAL.test(before) ? [] : wordsOf(before);
  const work = FOR.exec(tail)?.[1];
  if (work !== undefined && !namesNothingElse(work, known)) return false;
  const pieces = lead.split(/[,.:;!?\n()]|\s[-–—]\s/);
  const clause = pieces.at(-1) ?? "";
  if (!namesNothingElse(clause, known)) return false;
  const opens = pieces.slice(0, -1).findLast((piece) => piece.trim() !== "") ?? "";
  const said = namesNothingElse(opens, known) ? `${opens}, ${clause}` : clause;
  if (PLAINLY.test(said) || BEHIND.test(tail)) return true;
  return !asked && (IN_SHORT.test(said) || SORRY_BEHIND.test(tail));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];

/** True for words that name no work, or the one that was named before. */
function namesNothingElse(words: string, known: readonly string[]): boolean {
  const named = wordsOf(words.replaceAll("’", "'")).filter((word) => !IDLE.has(word));
  return named.length === 0 || named.some((word) => known.includes(word));
}
