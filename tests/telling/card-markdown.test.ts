import { expect, test } from "vitest";
import { cardMarkdown } from "../../src/telling/card-markdown.ts";
import type { CardView } from "../../src/telling/card-sections.ts";
import type { Card } from "../../src/threads/card.ts";
import { card, value } from "./card.ts";

const FIRST = "1795514400.000001";
const LATER = "1795600800.000002";
const LAST = "1795600900.000003";
const LINKS = new Map([
  [LAST, "https://acme.example/p3"],
  [FIRST, "https://acme.example/p1"],
  [LATER, "https://acme.example/p2"],
]);
const markdown = (more: Partial<Card> = {}, view: Partial<CardView> = {}) =>
  cardMarkdown({ card: card(more), links: LINKS, zone: "Europe/Berlin", ...view });

test("everything known, in the words of those who said it, each with its link", () => {
  const whole = markdown({
    estimates: [
      {
        now: value({ quote: "5 weeks", ts: LATER, said: "now 5 weeks", hedges: [] }),
        before: [{ quote: "about 3 weeks", ts: FIRST }],
      },
    ],
    plus: [value({ quote: "three days", said: "no, add three days", ts: LAST })],
    in: [{ quote: "incl. e2e on staging", ts: FIRST }],
    out: [{ quote: "without the data migration", ts: FIRST }],
    assumed: [{ quote: "assuming the vendor's sandbox is up", ts: FIRST }],
    depends: [{ quote: "once legal nods", ts: FIRST }],
    learned: [
      {
        question: "rollout",
        text: "Where does it stop?",
        asked: FIRST,
        label: "answered",
        reply: { quote: "at 10 % of users", ts: LATER },
      },
    ],
    open: [{ question: "range", text: "What would the good case look like?", asked: LATER }],
    upTo: LATER,
  });
  expect(whole).toBe(`## Estimate: 5 weeks, plus three days

_An estimate, as understood on 25 Nov 2026. It may move with the questions still open._

> now 5 weeks ([message](https://acme.example/p2))

- **Said:** 25 Nov 2026
- **Range:** one number without a range
- **Changed:** about 3 weeks (24 Nov 2026) → 5 weeks (25 Nov 2026)

**On top of that**

- “no, add three days” ([message](https://acme.example/p3))

**Included**

- “e2e on staging” ([message](https://acme.example/p1))

**Not included**

- “the data migration” ([message](https://acme.example/p1))

**Assumes**

- “the vendor's sandbox is up” ([message](https://acme.example/p1))

**Depends on**

- “once legal nods” ([message](https://acme.example/p1))

**Asked and answered**

- Where does it stop?  
  “at 10 % of users” ([answer](https://acme.example/p2))

**Still open**

- What would the good case look like? (asked 25 Nov 2026) ([question](https://acme.example/p2))`);
});

test("where little is known it says what nobody talked about", () => {
  expect(markdown()).toContain(
    "_Not talked about yet: what is included, what is left out, what it assumes, what it depends on._",
  );
  expect(markdown({ others: [{ question: "third-party", text: "Who?", asked: FIRST }] })).not.toContain(
    "what it depends on",
  );
});

test.each<[string, Parameters<typeof value>[0], string]>([
  ["one number with doubt", {}, "one number without a range, said with “about”"],
  ["a range", { quote: "2-3 weeks", shape: "range", hedges: [] }, "2-3 weeks"],
  ["one end open", { quote: "at least 3 weeks", shape: "bound", hedges: [] }, "open at one end"],
  ["points", { kind: "points", hedges: [] }, "story points, not days"],
  ["a size", { kind: "size", hedges: [] }, "a size, not days"],
  ["several", { shape: "several", hedges: [] }, "several numbers in one message"],
  ["a date", { kind: "date", hedges: [] }, "a date"],
  ["no number", { kind: "vague", hedges: [] }, "in words only, no number yet"],
])("the range of %s", (_what, more, words) => {
  expect(markdown({ estimates: [{ now: value(more), before: [] }] })).toContain(`- **Range:** ${words}\n`);
});

test("what comes on top stands in the headline, and its words once", () => {
  const quote = "no, add three days";
  const plus = [value({ quote: "three days", said: quote, ts: LATER })];
  const reply = { quote, ts: LATER };
  const learned = [{ question: "rollout", text: "Where does it stop?", asked: FIRST, reply }];
  expect(markdown({ plus, learned }).match(/no, add three days/g)).toHaveLength(1);
  expect(markdown({ plus, learned })).toContain("## Estimate: about 3 weeks, plus three days");
});

test("a day is the reader's", () => {
  expect(markdown({}, { zone: "Pacific/Auckland" })).toContain("as understood on 24 Nov 2026");
  expect(markdown({ upTo: "1795557600.0" }, { zone: "Pacific/Auckland" })).toContain("25 Nov 2026");
});

test("nobody's words can format, link or break out of their line", () => {
  const said = "**3 weeks** [click](https://evil.example) <img src=x>\n# heading | `code`";
  const drawn = markdown({
    estimates: [{ now: value({ said }), before: [] }],
    in: [{ quote: said, ts: FIRST }],
  });
  expect(drawn).toContain(
    "\\*\\*3 weeks\\*\\* \\[click\\](https://evil.example) \\<img src=x\\> \\# heading",
  );
  expect(drawn.split("\n").filter((line) => line.startsWith("#"))).toEqual(["## Estimate: about 3 weeks"]);
});

test("half an answer is repeated, a non-answer is not", () => {
  const open = { question: "rollout", text: "Where does it stop?", asked: FIRST };
  const reply = { quote: "should be fine", ts: FIRST };
  expect(markdown({ open: [{ ...open, label: "partial", reply }] })).toContain("So far: “should be fine”");
  expect(markdown({ open: [{ ...open, label: "non-answer", reply }] })).not.toContain("should be fine");
});

test("a long card fits a text field, and says what it left out", () => {
  const many = Array.from({ length: 12 }, (_, index) => ({
    quote: `${"very ".repeat(20)}long ${index}`,
    ts: FIRST,
  }));
  const long = markdown({ in: many, out: many, assumed: many, depends: many });
  expect(long.length).toBeLessThanOrEqual(3000);
  expect(long).toMatch(/… and \d+ more in the thread/);
  expect(markdown({ in: many }).match(/long \d+/g)).toHaveLength(12);
});

test("it never promises, and names nobody", () => {
  expect(markdown()).not.toMatch(/promis|commit|deadline|U0/i);
});
