import * as z from "zod";
import { COVERED, ESTIMATE_KINDS, SIZES, STATED, STRUCK_REASONS } from "../reading/reading.ts";
import { newChannel, newPerson } from "../telling/consent.ts";
import { emptyThread } from "../threads/fold.ts";
import { ASKED_BY, LABELS, OFFER_STATES, PRESSED, ROLES } from "../threads/thread.ts";

/**
 * What records look like, by kind, as far as code relies on it. A store gives back what was written, but not always by this
 * version: what a later version added is filled in, and what does not fit counts as absent.
 */

const text = z.string();
const count = z.number();
const texts = z.array(text);
const span = z.object({ quote: text, at: count });
const rows = <T extends z.ZodRawShape>(shape: T) => z.array(z.object(shape));
const byName = <T extends z.ZodType>(value: T) => z.record(text, value);

const estimate = z.object({
  quote: text,
  at: count,
  kind: z.enum(ESTIMATE_KINDS),
  low: z.union([count, z.enum(SIZES), z.null()]),
  high: z.union([count, z.enum(SIZES), z.null()]),
  hedged: z.boolean(),
});
const hits = rows({ question: text, quote: text });

const line = z.object({
  ts: text,
  user: text,
  role: z.enum(ROLES),
  estimates: z.array(estimate),
  specs: rows({ url: text, at: count }),
  reading: z.object({
    struck: rows({ quote: text, at: count, reason: z.enum(STRUCK_REASONS) }),
    topics: rows({ topic: text, quote: text, at: count }),
    hedges: z.array(span),
    covered: rows({ topic: text, quote: text, how: z.enum(COVERED) }),
    asksForEstimate: z.boolean(),
  }),
  noticed: z.object({
    cues: hits,
    covered: hits,
    notAbout: hits,
    signs: rows({ sign: text, quote: text }),
    named: z.object({ vendor: text.optional(), dependency: text.optional() }).optional(),
  }),
  said: text.optional(),
  stated: rows({ how: z.enum(STATED), quote: text }).optional(),
  was: estimate.optional(),
  edited: text.optional(),
  print: text,
});

const asked = z.object({
  id: text,
  question: text,
  text: text,
  ts: text,
  sent: count.optional(),
  by: text,
  how: z.enum(ASKED_BY),
  about: text,
  replies: rows({ ts: text, user: text, sentence: text, findings: byName(count) }),
  verdict: z
    .object({
      label: z.enum(LABELS),
      sentence: text.optional(),
      ts: text.optional(),
      at: count,
      correctedBy: text.optional(),
    })
    .optional(),
});

const offer = z.object({
  id: text,
  about: text,
  quote: text,
  by: text,
  value: text,
  questions: rows({ id: text, text: text, because: text }),
  at: count,
  to: byName(
    z.object({
      state: z.enum(OFFER_STATES),
      at: count,
      reason: text.optional(),
    }),
  ),
  pressed: byName(z.enum(PRESSED)),
});

const thread = z.object({
  team: text,
  channel: text,
  root: text,
  lines: z.array(line),
  asked: z.array(asked),
  offers: z.array(offer),
  silences: rows({ about: text, value: text, reason: text, at: count, to: byName(text).optional() }),
  notEstimates: texts,
  gone: texts.optional(),
});

const channel = z.object({
  id: text,
  invitedBy: text.optional(),
  pms: texts,
  nudged: texts,
  sprintDays: count.optional(),
  hoursInDay: count.optional(),
  quietSeconds: count.optional(),
  budget: count.optional(),
  sharedAgreedBy: text.optional(),
});

const person = z.object({
  id: text,
  mutedUntil: count.optional(),
  mutedThreads: texts,
  mutedQuestions: texts,
  workday: z.object({ from: count, to: count }),
  spent: z.object({ day: text, offers: texts }),
  morning: text.optional(),
  home: z.boolean(),
});

/** Each kind with its form, and what it is where nothing is set. */
const KINDS: Readonly<Record<string, { readonly form: z.ZodType; readonly empty: (id: string) => object }>> =
  {
    thread: { form: thread, empty: () => emptyThread({ team: "", channel: "", root: "" }) },
    channel: { form: channel, empty: newChannel },
    person: { form: person, empty: newPerson },
    "not-read": { form: z.object({ users: texts }), empty: () => ({ users: [] }) },
  };

/** A record that code can rely on, or undefined. Of a kind that is not known here, the record as it is. */
export function soundRecord(kind: string, id: string, record: unknown): unknown {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (known === undefined || record === undefined) return record;
  if (typeof record !== "object" || record === null || Array.isArray(record)) return undefined;
  const whole = { ...known.empty(id), ...record };
  return known.form.safeParse(whole).success ? whole : undefined;
}
