import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import { type Field, type Form, LONGEST_FIELD, type Press } from "../telling/note.ts";
import type { Handle } from "../telling/outside.ts";
import * as z from "zod";
import { draw } from "./blocks.ts";
import { MOST_IN_BUTTON, readPress, writePress } from "./press.ts";
import { cut, printable } from "./words.ts";

/** Slack's limits for views and inputs (docs: reference/views, reference/block-kit). */
const LIMITS = {
  title: 24,
  label: 2000,
  text: LONGEST_FIELD,
  options: 10,
  option: 75,
  optionValue: 150,
  metadata: 3000,
  blocks: 100,
  characters: 100_000,
} as const;

/** Choices up to this many stand open; more are a menu. */
const OPEN_CHOICES = 4;

/** Where a form was opened from, so that what follows its submit can be said there. Stands in the view itself. */
const origin = z.object({
  press: z.string(),
  team: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
  responseUrl: z.string().optional(),
});

/** A form as a Slack modal. `handle` is what it was opened from. Without a press there is nothing to submit, nor to fill in. */
export function drawForm(form: Form, handle: Handle): ModalView {
  const press = form.press && writePress(form.press);
  const submits = press !== undefined && press.length <= MOST_IN_BUTTON;
  const fields = submits ? form.fields.flatMap((field) => drawField(field) ?? []) : [];
  const parts = draw(form.parts, {
    blocks: LIMITS.blocks - fields.length,
    characters: LIMITS.characters,
  });
  return {
    type: "modal",
    callback_id: "aw:form",
    title: label(form.title, LIMITS.title, "Askwhy"),
    close: label(submits ? "Cancel" : "Close", LIMITS.title, "Close"),
    ...(submits && {
      submit: label(form.submit ?? "", LIMITS.title, "Save"),
      private_metadata: whence(press, handle),
    }),
    blocks: [...parts, ...fields],
  };
}

function whence(press: string, handle: Handle): string {
  const { team, channel, thread, responseUrl } = handle;
  const all = JSON.stringify({
    press,
    team,
    channel,
    ...(thread && { thread }),
    ...(responseUrl && { responseUrl }),
  });
  return all.length <= LIMITS.metadata ? all : JSON.stringify({ press, team, channel });
}

/** What `drawForm` put into the view: the press to submit, and where it came from. Undefined if it is none of ours. */
export function readOrigin(
  metadata: unknown,
): (Pick<Handle, "team" | "channel" | "thread" | "responseUrl"> & { press: Press }) | undefined {
  const parsed = origin.safeParse(fromJson(metadata));
  if (!parsed.success) return undefined;
  const press = readPress(parsed.data.press);
  const { team, channel, thread, responseUrl } = parsed.data;
  return press && { press, team, channel, ...(thread && { thread }), ...(responseUrl && { responseUrl }) };
}

function fromJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function drawField(field: Field): InputBlock | undefined {
  const element = drawInput(field);
  if (element === undefined) return undefined;
  const optional = field.kind === "checks" || ("optional" in field && field.optional === true);
  return {
    type: "input",
    block_id: `aw:${cut(field.name, 200)}`,
    label: label(field.label, LIMITS.label, field.name),
    element,
    optional,
    ...(field.hint?.trim() && { hint: label(field.hint, LIMITS.label, "") }),
  };
}

function drawInput(field: Field): InputBlock["element"] | undefined {
  const action_id = "aw:value";
  switch (field.kind) {
    case "text": {
      const most = Math.max(1, Math.min(field.max ?? LIMITS.text, LIMITS.text));
      const start = field.value ? { initial_value: printable(field.value.slice(0, most)) } : {};
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.lines === "many",
        max_length: most,
        ...start,
      };
    }
    case "people": {
      const start = field.value && field.value.length > 0 ? { initial_users: [...field.value] } : {};
      return { type: "multi_users_select", action_id, ...start };
    }
    case "number": {
      const limits = { min_value: String(field.min), max_value: String(field.max) };
      const start =
        field.value === undefined ? {} : { initial_value: String(clamp(field.value, field.min, field.max)) };
      return { type: "number_input", action_id, is_decimal_allowed: false, ...limits, ...start };
    }
    case "choice":
      return drawChoice(field, action_id);
    case "checks":
      return drawChecks(field, action_id);
  }
}

function drawChoice(
  field: Extract<Field, { kind: "choice" }>,
  action_id: string,
): InputBlock["element"] | undefined {
  const options = drawOptions(field.options, 100);
  if (options.length === 0) return undefined;
  const initial = options.find((option) => option.value === field.value);
  const start = initial ? { initial_option: initial } : {};
  return options.length <= OPEN_CHOICES
    ? { type: "radio_buttons", action_id, options, ...start }
    : { type: "static_select", action_id, options, ...start };
}

function drawChecks(
  field: Extract<Field, { kind: "checks" }>,
  action_id: string,
): InputBlock["element"] | undefined {
  const options = drawOptions(field.options, LIMITS.options);
  const initial = options.filter((option) => field.value?.includes(option.value ?? ""));
  if (options.length === 0) return undefined;
  return { type: "checkboxes", action_id, options, ...(initial.length > 0 && { initial_options: initial }) };
}

/** Options with distinct values that fit: Slack refuses the whole view for one that does not. */
function drawOptions(options: readonly { value: string; label: string }[], most: number): PlainTextOption[] {
  const fit = options.filter(
    ({ value }, index) =>
      value.trim() !== "" &&
      printable(value) === value &&
      value.length <= LIMITS.optionValue &&
      options.findIndex((one) => one.value === value) === index,
  );
  return fit
    .slice(0, most)
    .map(({ value, label: text }) => ({ value, text: label(text, LIMITS.option, value) }));
}

function label(text: string, most: number, otherwise: string) {
  return { type: "plain_text" as const, text: cut(printable(text).trim() || otherwise, most), emoji: false };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
