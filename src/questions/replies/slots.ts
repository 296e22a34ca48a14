import { finder } from "./phrases.ts";
import { words } from "./text.ts";
import { isCondition } from "./wants.ts";

/**
 * What one part of a question asks for: words of the part that show it, and words of a reply that fill it.
 * In order: a part is of the first kind whose words it has.
 */
const SLOTS = [
  {
    name: "both ends",
    asked:
      "best and|& worst, best * and|& worst, good case and, good case * the bad, between what and what, how short, best and the worst, which limits, spread, range are",
    filled:
      "# * #, # * * #, # * * * #, # * * * * #, # # , best * * * * worst, best * * worst, best * worst, worst * * best, between, to #, double, not * more, cant * more, either, fixed, no spread, nothing in between, from # to, up to, both ends",
  },
  {
    name: "counted",
    asked:
      "is|are|was that|it|this|they|telling|bringing|moving|training|their counted|in|part|included|planned|contained|covered, counted, part of, in the #|number|estimate|plan|price|sprint|sprints|weeks|days, in the * weeks|days|sprints|months|points, in there, inside, on top of, included, include|includes|cover|covers, in that number, in it, planned for, contained, covered by",
    filled:
      "in, no work, included, incl, including, counted, count|counts, inside, part of, on top, extra, out, outside, separate|separately, excluded, not in, covers|covered, plan|planned|plans, budget*, nothing to, no work, needed, on our side|account, + #, plus, add, none, no, yes, nope, nah, neither, both, same, all of, allow, booked, have the, after, it does|doesnt|isnt|is|does, they do|dont|are|arent, contained, own ticket, then, separate, mine",
  },
  {
    name: "told",
    asked:
      "do|does they|he|she|it know, been told, know about it, know it|that|yet, were|was * told, was it told",
    filled:
      "told, tell, know|knows|knew|known, aware, asked, mailed, wrote, ticket*, booked, promised, agreed, sprint, have|has the, since, yes, yep, no, not, nobody, theyve, date, planned, heard",
  },
  {
    name: "share",
    asked: "how much of, which piece|pieces|part|parts could|can",
    filled:
      "half, third, quarter, most, all, none, nothing, #, %, could, can, take|takes, any, only, screens, ui, reports, both, either, one, two, three",
  },
  {
    name: "in order",
    asked: "in order, one after, in a row, in sequence, has|have to wait",
    filled:
      "first, before, after, then, last, once, order, sequence, serial, wait*, until, needs|need, comes, none, nothing",
  },
  {
    name: "who",
    asked: "who, whos, whose, by whom, from whom, for whom, anyone, anybody, which team|teams",
    filled:
      "@person, me, i, us, we, ours, himself, nobody, noone, no one, none, ops, legal, design, infra, qa, support, platform, finance, security, privacy, sales, product, team, teams, vendor, everyone, them, they, he, she, customer|customers, user|users, nurses, guards, clerk|clerks, admins, ask, mine, colleague*, data, council, board, unit, office, department",
  },
  {
    name: "when",
    asked: "when, by when, until when, how soon, what date, by what date, so that when",
    filled:
      "monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue|tues, wed, thu|thur|thurs, fri, sat, sun, january|jan, february|feb, march, april|apr, may, june|jun, july|jul, august|aug, september|sep|sept, october|oct, november|nov, december|dec, # st|nd|rd|th|w|d|wk|wks|week|weeks|day|days|month|months|h, the #, on #, by #, until #, week|weeks, month|months, day|days, tomorrow|tmrw, today, tonight, q, next, end of, easter, christmas, summer, autumn, winter, spring, never, year|years, as soon as, after, before, once, not at all, today, now, already, immediately, sprint|sprints, fortnight",
  },
  {
    name: "how long",
    asked:
      "how long, how much, how far, how quickly, how many, for how much, what will|does|would it|that|this cost, cost us|later, the price",
    filled:
      "#, half, second|seconds|secs, no time, at once, never, hour|hours, minute|minutes, day|days, week|weeks, month|months, nothing, a|an|one|two|three|four|five|six, instant*, immediately, overnight, twice, double, zero, each, every, per",
  },
  {
    name: "dropped",
    asked:
      "drop first, we drop, do we drop, goes first, left out if, be left out, what goes, plan b, drops out",
    filled:
      "drop*, goes, go, out, leave, left, leaving, cut, first, without, else, otherwise, if not, if that, nothing, ship, skip, instead, only the, tight, falls, then, scope",
  },
  {
    name: "assumed",
    asked: "assume, assumed, assumption*, did you assume",
    filled:
      "assum*, granted, provided, stays, stay, given, keep, keeps, if, that the, as long as, expect*, we keep, nothing, no holidays, counting on, based on",
  },
  {
    name: "left out",
    asked:
      "leave out, left out, excluded, exclud*, outside, not in, not contained, isnt in, not counted, not cover",
    filled: "no, out, without, not, nothing, left, exclud*, none, neither, only, missing, except",
  },
  {
    name: "if not done",
    asked:
      "the risk, we skip, if we|it|you skip|defer|delay|postpone|leave|wait|dont, postpone*, defer*, put it off, put off, it wait, leaving it, left for",
    filled:
      "if, skip*, defer*, postpon*, risk*, otherwise, else, later, without, worst, nothing, no risk, then, leav*, wait*, until, not doing, = , cost*, keep|keeps, slower, break*, dead",
  },
  {
    name: "how we see it",
    asked:
      "how will|would|do|does we|you|one know|notice|see|measure|tell, success measured, how is success, we see it, that it did, its gone|solved, be solved, its solved",
    filled:
      "count*, measur*, under, below, less, fewer, drop*, goes down, see, if, when|once, worked, success, metric, %, #, more than, over, above, alert*, page*, dashboard, mail, log|logs, notice, wont, report, until",
  },
  {
    name: "where to start",
    asked: "look at first, would you look, look first, first look, start with, where to start",
    filled:
      "first, start, look, try, check, run, test, ask, day one, would, id, begin, hit, sample, spike, measure, parse, call, book, prototype",
  },
  {
    name: "reason",
    asked:
      "why, why not, what made|makes|tipped|makes it|speaks, how come, on what grounds, what for, and what makes, what speaks against",
    filled:
      "because, bc, since, cause, so, as, too, due, dropped, only, cant, wont, doesnt, dont, need*, no, not, (, :, =, for, costs, slow, expensive, never, would, has to, must, every, each, reason",
  },
  {
    name: "what else",
    asked:
      "what else, anything else, besides, meanwhile, other stuff, on your|the plate|desk, are you carrying, beside",
    filled:
      "nothing, else, also, besides, oncall, on-call, only, alone, meanwhile, other, audit, mornings, half, full, %, until, customer, support, none, and",
  },
] as const;

const TABLE = SLOTS.map(({ name, asked, filled }) => ({
  name,
  asked: finder(asked),
  filled: finder(filled),
}));

/** "Who decides it when?" */
const endsInWhen = (part: readonly string[]) => part.filter((word) => word !== "?").at(-1) === "when";

/** "When" asks for a day where it opens or ends a part; elsewhere, "what do they see when it ships", it tells of one. */
const asksFor = ({ name, asked }: (typeof TABLE)[number], part: readonly string[]) =>
  asked(part).some(({ at }) => name !== "when" || at <= 1 || endsInWhen(part));

/** The parts of a question, each by what it asks for; a part of no known kind is "open". */
export function slotsOf(question: string): string[] {
  const all = words(question);
  const parts: string[][] = [[]];
  const starts = new Set(
    "what who whos whose when how which where why is are does do did will would by whether until can could in at on from for with".split(
      " ",
    ),
  );
  all.forEach((word, at) => {
    const before = all[at - 1] ?? "";
    if (
      at > 0 &&
      ((["and", "&", "?", ",", ":"].includes(before) && starts.has(word)) ||
        (before === "and" && all[at - 2] === ","))
    )
      parts.push([]);
    parts.at(-1)?.push(word);
  });
  const found = parts
    .filter((part) => part.at(-1) !== ":" && !isCondition(part))
    .filter((part) => part.filter((word) => /[a-z]/.test(word)).length >= 2)
    .flatMap((part) => {
      const name = TABLE.find((slot) => asksFor(slot, part))?.name ?? "open";
      return name === "who" && endsInWhen(part) ? [name, "when"] : [name];
    });
  return [...new Set(found)];
}

/** Which of all slots a reply fills, by name. */
export function filledBy(list: readonly string[]): string[] {
  return TABLE.filter(({ filled }) => filled(list).length > 0).map(({ name }) => name);
}
