import type { Unit } from "./words/amounts.ts";

/** Ways to ask how long, how big, or by when. */
const ASKS =
  /\b(?:how (?:long|big|large|much (?:work|effort|time|longer)|many (?:days|weeks|points|sprints|hours|months|pts|sp)|soon|far (?:off|along|out)|hard|difficult|complex|quickly|fast|close are)|when (?:can|could|will|would|do|does|is|are|might|should|u|you)|by when|what(?:'s| is|s| are) (?:the|your|ur|our|a)(?: \w+)? (?:eta|estimate|gut|guess|number|size|timeline|ballpark|timing|effort)|any (?:eta|estimate|idea (?:how|when)|chance|timeline|ballpark|guess)|eta(?: (?:on|for|pls|please)|\s*\?)|(?:rough|t-?shirt|need an?|give me an?|can (?:you|u|we|i) (?:give|get|have) (?:me |us )?an?) (?:size|estimate|number|ballpark|date|eta|sizing|timeline)|estimates? (?:for|on|please|pls|this|these)|(?:could|can|would|please|pls|can someone) (?:\w+ ){0,3}(?:estimate|size|point)\b|ballpark\s*\?|estimates?\s*\?|timeline\s*\?|(?:size|points|pts|days|weeks|months|sprints)\s*\?|days or weeks|weeks or months|put points on)/i;

const IN_POINTS = /\b(?:points?|pts|sp|story points?|vote|poker)\b/i;
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [IN_POINTS, "points"],
  [/\bhow many hours\b|\bin hours\b/i, "hour"],
  [/\bhow many days\b|\bin days\b/i, "day"],
  [/\bhow many weeks\b|\bin weeks\b/i, "week"],
  [/\bhow many months\b|\bin months\b/i, "month"],
  [/\bhow many sprints\b|\bin sprints\b/i, "sprint"],
];

/** A message is asked about only near its end, and no further than this many characters. */
const READ_AT_MOST = 2_000;

/** Whether a cleaned text asks how long or how big something is. */
export const asksForEstimate = (cleaned: string): boolean => ASKS.test(cleaned.slice(0, READ_AT_MOST));

/** The unit in which a cleaned text asks for an estimate, if it names one. */
export const askedUnit = (cleaned: string): Unit | undefined =>
  asksForEstimate(cleaned)
    ? UNITS.find(([pattern]) => pattern.test(cleaned.slice(0, READ_AT_MOST)))?.[1]
    : undefined;
