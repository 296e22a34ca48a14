/** Words a date is made of, by the part they play in it. */
export const DATE_WORDS = {
  weekday: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun`,
  month: `january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec`,
  day: `today tomorrow tmrw tmw tmr tomo tonight noon midnight lunch lunchtime`,
  shorthand: `eow eod eom eoq eoy cob coe`,
  period: `week month quarter year sprint iteration release train summer spring autumn winter fall season semester term half weekend
    increment pi milestone`,
  occasion: `freeze release launch demo easter christmas xmas halloween thanksgiving holidays summer ramadan diwali audit cutoff
    cut-off go-live golive sale peak offsite deadline new_year advent pentecost kickoff code_freeze`,
  meeting: `retro review showcase steerco board_meeting conference migration_window pilot inventory weekend board planning sync cutover migration
    milestone deploy deployment rollout call workshop trade_fair fair event show`,
  quarter: `q1 q2 q3 q4 h1 h2`,
  before: `by until till til before on in around for at towards toward`,
  edge: `end early mid late beginning start middle second first half`,
  which: `this next following coming the`,
  daytime: `morning afternoon evening night noon arvo eve eod lunch midday`,
} as const;
export type DatePart = keyof typeof DATE_WORDS;

/** T-shirt sizes in words; single letters count only in capitals. */
export const SIZE_WORDS: Readonly<Record<string, string>> = {
  small: "S",
  medium: "M",
  large: "L",
  xs: "XS",
  xl: "XL",
  xxl: "XXL",
};
