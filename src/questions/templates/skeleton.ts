import { ABOUT, FORMS, PLACEHOLDERS } from "../template.ts";

/** Tells editors where the JSON Schema lies: beside the file. */
const SCHEMA = "# yaml-language-server: $schema=./schema.json";

/** A new question to fill in: every key with what it is for. While a `…` is left, the file is not used. */
export function newText(id: string): string {
  return `${SCHEMA}
id: ${id}
owner: …                # who looks after it: a Slack user id, or a name
ask: …                  # about the work, one question mark, at most 30 words; ${PLACEHOLDERS.map((name) => `{${name}}`).join(" ")} are filled in
# unsized: …            # the same for where no estimate can be named; needed if about has spec and ask has {estimate}
again: …                # a kinder, easier second try after a non-answer
form: open              # what counts as an answer: ${FORMS.join(" | ")}
family: ${id}           # a suggestion holds at most one question of a family
why: …                  # what the PM reads behind "Why ask?"
good: …                 # what a good answer sounds like
weak: …                 # what an answer that does not help sounds like
when:
  about: [duration, points, size, date]   # any of: ${ABOUT.join(", ")}
  # at_least: 2 days
  cues: […]             # words that make it worth asking: migrat hears migration
unless:
  covered: […]          # words that say it is settled already: in, out, or how
  not_about: []         # words that show another kind of work
examples:
  ask: […]              # messages after which it is worth asking, one at least
  quiet: […]            # near misses: messages after which it must not be asked, one at least
replies:
  answered: […]         # what an engineer may say, by what it amounts to; one at least here, and under non-answer
  partial: []
  non-answer: […]
  unrelated: []
`;
}

/** A file that changes another question, or under an id of its own makes a variant of it. */
export function changeText(id: string, base: string): string {
  const own = id === base ? "" : `id: ${id}\n`;
  return `${SCHEMA}
${own}extends: ${base}          # every key you leave out stays as it is there: askwhy templates show ${base}
owner: …                # who looks after it: a Slack user id, or a name
when:
  cues: { add: […], remove: [] }
`;
}
