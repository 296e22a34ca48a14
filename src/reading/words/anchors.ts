/** The days of a week and the months of a year, by their full names. */
export const DAY_NAMES = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const inText = (names: readonly string[]): string => names.join(" ").toLowerCase();

/** Words a date is made of, by the part they play in it. */
export const DATE_WORDS = {
  weekday: `${inText(DAY_NAMES)} mon tue tues wed weds thu thur thurs fri sat sun`,
  month: `${inText(MONTH_NAMES)} jan feb mar apr jun jul aug sep sept oct nov dec`,
  day: `today tomorrow tmrw tmw tmr tomo tonight noon midnight lunch lunchtime`,
  shorthand: `eow eod eom eoq eoy cob coe`,
  period: `week month quarter year sprint iteration release train summer spring autumn winter fall season semester term half weekend
    increment pi milestone fiscal_year fiscal trimester decade evening afternoon morning night term_break heating_season cycle wave`,
  occasion: `freeze release launch demo easter christmas xmas halloween thanksgiving holidays summer ramadan diwali audit cutoff
    cut-off go-live golive sale peak offsite deadline new_year advent pentecost kickoff code_freeze
    whitsun lent carnival eid passover hanukkah ramadan holi pongal onam thanksgiving boxing_day midsummer solstice golden_week lunar_new_year
    chinese_new_year bank_holiday black_friday cyber_monday singles_day stocktake stocktaking inventory_day month_end month-end quarter_end quarter-end
    year_end year-end fiscal_year_end term_start half-term exams graduation enrolment enrollment harvest season_start season_opener opening premiere
    gala expo fair congress summit showcase review sprint_review retro planning cutover rollout handover acceptance sign-off signoff certification inspection
    board_meeting steering_committee steerco all-hands townhall workshop beta alpha ga pilot mvp first_snow summer_break spring_break winter_break
    summer_holidays school_holidays vacation_season rainy_season monsoon lunch dinner breakfast noon midnight sunrise sunset teatime close_of_play
    close_of_business end_of_play end_of_business standup stand-up migration audit deploy deployment patch_day maintenance_window game_day`,
  meeting: `retro review showcase steerco board_meeting conference migration_window pilot inventory weekend board planning sync cutover migration
    milestone deploy deployment rollout call workshop trade_fair fair event show`,
  quarter: `q1 q2 q3 q4 h1 h2`,
  before: `by until till til before on in around for at towards toward`,
  edge: `end early mid late beginning start middle second first half`,
  which: `this next following coming the upcoming current that`,
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
