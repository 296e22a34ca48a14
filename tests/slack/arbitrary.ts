import fc from "fast-check";
import {
  type Button,
  type Field,
  type Form,
  type Note,
  type Part,
  PRESSES,
  type Words,
} from "../../src/telling/note.ts";

/** What hostile or careless people put into text. */
const nasty = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "<!channel>",
    "@here",
    "<@U0SAM>",
    "<https://evil.test|click>",
    "*bold* _it_ ~no~ `code` ```pre```",
    "&amp;<>",
    "> quote\n> more",
    ":tada:",
    "<!subteam^S0ALL>",
    "a|b>c",
    "\u202Eevil",
    "👩‍💻".repeat(100),
    "x".repeat(20_000),
    "\uD800",
  ),
  fc.string({ maxLength: 200 }),
);

const words: fc.Arbitrary<Words> = fc.oneof(
  nasty,
  fc.array(
    fc.oneof(
      nasty,
      fc.record({ bold: nasty }),
      fc.record({ italic: nasty }),
      fc.record({ code: nasty }),
      fc.record({ user: fc.oneof(fc.constant("U0SAM"), nasty) }),
      fc.record({ channel: fc.oneof(fc.constant("C0PLAN"), nasty) }),
      fc.record({
        link: fc.oneof(fc.constant("https://acme.test/spec"), fc.constant("javascript:alert(1)"), nasty),
        label: nasty,
      }),
      fc.record({
        when: fc.integer({ min: 0, max: 4e12 }),
        style: fc.constantFrom("day" as const, "day-and-time" as const),
      }),
    ),
    { maxLength: 14 },
  ),
);

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: nasty,
    press: fc.record({
      do: fc.constantFrom(...PRESSES),
      about: fc.dictionary(fc.constantFrom("c", "r", "o", "q", "a", "label"), nasty, { maxKeys: 4 }),
    }),
    style: fc.constantFrom("primary" as const, "danger" as const),
  },
  { requiredKeys: ["label", "press"] },
);

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant("title" as const), text: nasty }),
  fc.record({ kind: fc.constant("say" as const), words, button }, { requiredKeys: ["kind", "words"] }),
  fc.record(
    {
      kind: fc.constant("quote" as const),
      text: nasty,
      by: fc.oneof(fc.constant("U0SAM"), nasty),
      link: nasty,
    },
    { requiredKeys: ["kind", "text", "by"] },
  ),
  fc.record({ kind: fc.constant("small" as const), words }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(words, { maxLength: 12 }) }),
  fc.record(
    {
      kind: fc.constant("buttons" as const),
      buttons: fc.array(button, { maxLength: 40 }),
      rarer: fc.array(button, { maxLength: 13 }),
    },
    { requiredKeys: ["kind", "buttons"] },
  ),
  fc.record({ kind: fc.constant("line" as const) }),
);
const parts = fc.array(part, { maxLength: 60 });

const options = fc.array(fc.record({ value: nasty, label: nasty }), { maxLength: 120 });
const field: fc.Arbitrary<Field> = fc
  .tuple(
    fc.record({
      name: fc.constantFrom("text", "pms", "switches", "x".repeat(400)),
      label: nasty,
      hint: nasty,
    }),
    fc.oneof(
      fc.record({
        kind: fc.constant("text" as const),
        value: nasty,
        lines: fc.constantFrom("one" as const, "many" as const),
        max: fc.integer(),
      }),
      fc.record({
        kind: fc.constant("people" as const),
        value: fc.array(fc.constantFrom("U0SAM", "U0PRIYA")),
      }),
      fc.record({ kind: fc.constant("choice" as const), value: nasty, options }),
      fc.record({ kind: fc.constant("checks" as const), value: fc.array(nasty), options }),
      fc.record({
        kind: fc.constant("number" as const),
        value: fc.integer(),
        min: fc.constant(0),
        max: fc.constant(20),
      }),
    ),
  )
  .map(([common, rest]) => ({ ...common, ...rest }));

/** Notes, Homes and forms of any kind, within their types and far beyond Slack's limits. */
export const anyNote: fc.Arbitrary<Note> = fc.record({ summary: nasty, parts });
export const anyHome = fc.record({ parts: fc.array(part, { maxLength: 150 }) });
export const anyForm: fc.Arbitrary<Form> = fc.record({
  title: nasty,
  submit: nasty,
  press: button.map(({ press }) => press),
  parts,
  fields: fc.uniqueArray(field, { selector: ({ name }) => name, maxLength: 8 }),
});
