/** Working days in one of each unit; the labels of the corpus define them. Sprints and hours follow the team's manner. */
export const UNIT_DAYS = {
  minute: 1 / 480,
  hour: 0.125,
  day: 1,
  week: 5,
  fortnight: 10,
  sprint: 10,
  month: 21,
  quarter: 63,
  year: 250,
  halfDay: 0.5,
} as const;
/** A unit of ours, story points, or one that the team named. */
export type Unit = keyof typeof UNIT_DAYS | "points" | `team:${string}`;

/** How people write each unit. Typing slips of the longer ones are made from these, see `slips.ts`. */
export const UNIT_WORDS: Readonly<Record<keyof typeof UNIT_DAYS | "points", string>> = {
  minute: "minute minutes min mins",
  hour: "hour hours hr hrs h",
  day: "day days d workday workdays weekday weekdays mandays manday md pd devdays",
  week: "week weeks wk wks w devweeks manweeks",
  fortnight: "fortnight fortnights",
  sprint: "sprint sprints iteration iterations",
  month: "month months mo mos mth mths",
  quarter: "quarter quarters",
  year: "year years yr yrs",
  halfDay: "afternoon afternoons morning mornings evening evenings arvo arvos",
  points: "point points pt pts sp pointer pointers story-points",
};

/** Numbers people write out. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};
