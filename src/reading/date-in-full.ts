import { DAY_NAMES, MONTH_NAMES } from "./words/anchors.ts";

/** Days as people write them. */
const DAYS =
  /^(?:(mon)(?:day)?|(tue)(?:s|sday)?|(wed)(?:s|nesday)?|(thu)(?:r|rs|rsday)?|(fri)(?:day)?|(sat)(?:urday)?|(sun)(?:day)?)$/;

/** One word as it is written in full: "fri" is Friday, "q3" is Q3. */
function inFull(word: string): string {
  const day = DAYS.exec(word)
    ?.slice(1)
    .findIndex((begins) => begins !== undefined);
  if (day !== undefined && day >= 0) return DAY_NAMES[day] ?? word;
  const bare = word.replace(/\.$/, "");
  const month = /^[a-z]{3,9}$/.test(bare)
    ? MONTH_NAMES.find(
        (name) =>
          name.toLowerCase() === bare ||
          name.toLowerCase().slice(0, 3) === bare ||
          (bare === "sept" && name === "September"),
      )
    : undefined;
  if (month !== undefined) return month;
  return /^(?:q[1-4]|h[12]|eo[dwmqy])$/.test(word) ? word.toUpperCase() : word;
}

const DAY = `(?:${DAY_NAMES.join("|")})`;
const MONTH = `(?:${MONTH_NAMES.join("|")})`;
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)`;
const PERIOD = `(?:${MONTH}|Q[1-4]|H[12]|(?:(?:next|this|the) )?(?:week|month|quarter|year|sprint|day))`;
const CALENDAR = `(?:${MONTH} (?:${NTH}|\\d{1,2})|\\d{1,2} ${MONTH}|${NTH} ${MONTH})`;

/** Points in time that read well after "for", "from" and "to". */
const READS_WELL = new RegExp(
  `^(?:(?:(?:next|this|coming) )?${DAY}(?: (?:morning|noon|afternoon|evening|night|EOD|lunch))?` +
    `|(?:tomorrow|today|tonight)(?: (?:morning|noon|afternoon|evening|night|EOD))?` +
    `|(?:next|this) (?:week|month|quarter|sprint|year)` +
    `|EO[DWMQY](?: (?:tomorrow|today|${DAY}))?` +
    `|(?:early|mid|late)[- ]${PERIOD}` +
    `|${MONTH}|Q[1-4](?: \\d{4})?|H[12]` +
    `|${CALENDAR}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?)$`,
);
/** And those that want an article. */
const WITH_ARTICLE = new RegExp(
  `^(?:(?:end|start|beginning|middle) of ${PERIOD}|${NTH}(?: of ${MONTH})?|week of (?:the )?(?:${NTH}(?: of ${MONTH})?|${CALENDAR}))$`,
);

/** A date as it reads inside another sentence: "Friday" for "by fri", "the end of Q3". Undefined where it is no plain one. */
export function theDate(quote: string): string | undefined {
  if (quote.length > 40) return undefined;
  const said = quote
    .trim()
    .toLowerCase()
    .replace(
      /^(?:(?:done|ready|by|on|in|before|until|till?|for|around|about|maybe|probably|like|the|~)(?![\p{L}]) ?)+/u,
      "",
    )
    .replace(/[?!,.~]$/, "");
  const words = said.split(/\s+/).map(inFull).join(" ");
  const whole = words.replace(/^(mid|early|late)[- ](\S.*)$/, (_, when: string, what: string) =>
    when === "mid" ? `mid-${inFull(what)}` : `${when} ${inFull(what)}`,
  );
  if (READS_WELL.test(whole)) return whole;
  return WITH_ARTICLE.test(whole) ? `the ${whole}` : undefined;
}
