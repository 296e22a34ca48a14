import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";

const quotes = (text: string): string[] => read(text).estimates.map((one) => one.quote);

// Fifty messages were written before any of them was tried; two were read wrongly and stand among the known misses
// in docs/reading.md. These are the others.
describe("trades that neither the corpus nor the training lines know", () => {
  test.each<[string, string[]]>([
    ["quoting myself from the ticket: pump controller retrofit, 11 days", ["11 days"]],
    ["Rewiring the greenhouse dashboard should be finished by the 9th", ["by the 9th"]],
    ["choir booking page: one afternoon, tops", ["one afternoon, tops"]],
    ["ballpark for the loyalty cards is 6 to 9 weeks", ["6 to 9 weeks"]],
    ["we can have the seed catalogue import in prod by mid June", ["by mid June"]],
    ["that refactor? easily a month for two of us", ["a month"]],
    ["I'd say 5 points, maybe 8 if the labels are wrong too", ["5 points"]],
    ["the parcel label thing is trivial", ["trivial"]],
    ["needs another 3 days for the edge cases, rest is done", ["another 3 days"]],
    ["Noor reckons ten days for the chart of accounts", ["ten days"]],
    ["estimate: 40h backend, 16h frontend", ["40h", "16h"]],
    ["migrating the swim lanes is an M, the archive is an XL", ["an M", "an XL"]],
    ["done by lunch if the tests stay green", ["by lunch"]],
    ["two sprints for the first cut, then we see", ["two sprints"]],
    ["it'll take me the better part of 4 days", ["4 days"]],
    ["a week of groundwork and three of building", ["a week"]],
    ["quick one, I'll do it between meetings", ["quick one"]],
    ["somewhere between 2 and 3 months for the whole archive", ["2 and 3 months"]],
    ["the ferry timetable parser lands on Tuesday", ["on Tuesday"]],
    ["I need 90 minutes for the hotfix and a coffee", ["90 minutes"]],
    ["permit wizard - 13 SP", ["13 SP"]],
    ["two weeks tops for the stable booking form", ["two weeks tops"]],
    ["honest answer: 4 months, and I don't like it either", ["4 months"]],
    ["won't be ready before the harvest festival", ["before the harvest festival"]],
  ])("%s", (text, wanted) => {
    const found = quotes(text);
    for (const quote of wanted)
      expect(found.some((one) => one.includes(quote) || quote.includes(one))).toBe(true);
  });

  test.each([
    "the kiln needs 14 hours to cool down",
    "parents get 10 days to contest a grade",
    "we spent 3 weeks on the heating controller and binned it",
    "choir practice is 2 hours every Wednesday",
    "Sam is at his sister's until Thursday",
    "the council wants the new forms by October",
    "would 3 weeks be enough for the tram stops?",
    "the ferry company changes its fares in 6 weeks",
    "dough rests for 24 hours before baking",
    "our oldest ticket turned 3 years today",
    "if the beekeepers took 2 months for that we'd all be fired",
    "the bus takes 40 minutes from the station",
    "guests can cancel up to 48 hours before arrival",
    "I start on the greenhouse next Monday",
    "the museum closes at 5, be quick",
    "inventory is counted twice a year, in January and in July",
    "the batch of labels printed for 6 hours",
    "&gt; 3 weeks\nwhere does that come from?",
    "the old scanner lasted 9 years",
    "could you tell me by Friday how big it is",
    "the vet has us down for 30 minutes at noon",
    "the lease on the kiosk ends in 8 months",
    "standup moved to 10 tomorrow",
    "last season the same form took us 11 days",
  ])("nothing in: %s", (text) => {
    expect(quotes(text)).toEqual([]);
  });
});
