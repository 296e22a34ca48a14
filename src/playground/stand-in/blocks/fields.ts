import type { KnownBlock } from "@slack/types";
import type { Fields, Filled } from "../../wire.ts";
import { elementsOf, type Element, type Option } from "./find.ts";

type Json = Record<string, unknown>;

/** How Slack writes down what stands in a field: the key by element type, and the key of what stood there at first. */
const KINDS: Record<
  string,
  { readonly key: string; readonly initial: string; readonly holds: "text" | "list" | "option" | "options" }
> = {
  plain_text_input: { key: "value", initial: "initial_value", holds: "text" },
  number_input: { key: "value", initial: "initial_value", holds: "text" },
  email_text_input: { key: "value", initial: "initial_value", holds: "text" },
  url_text_input: { key: "value", initial: "initial_value", holds: "text" },
  datepicker: { key: "selected_date", initial: "initial_date", holds: "text" },
  timepicker: { key: "selected_time", initial: "initial_time", holds: "text" },
  datetimepicker: { key: "selected_date_time", initial: "initial_date_time", holds: "text" },
  users_select: { key: "selected_user", initial: "initial_user", holds: "text" },
  channels_select: { key: "selected_channel", initial: "initial_channel", holds: "text" },
  conversations_select: { key: "selected_conversation", initial: "initial_conversation", holds: "text" },
  multi_users_select: { key: "selected_users", initial: "initial_users", holds: "list" },
  multi_channels_select: { key: "selected_channels", initial: "initial_channels", holds: "list" },
  multi_conversations_select: {
    key: "selected_conversations",
    initial: "initial_conversations",
    holds: "list",
  },
  static_select: { key: "selected_option", initial: "initial_option", holds: "option" },
  radio_buttons: { key: "selected_option", initial: "initial_option", holds: "option" },
  overflow: { key: "selected_option", initial: "initial_option", holds: "option" },
  multi_static_select: { key: "selected_options", initial: "initial_options", holds: "options" },
  checkboxes: { key: "selected_options", initial: "initial_options", holds: "options" },
};

/** What stands in one element: what was put in, or else what stood there at first. Nothing for a button. */
export function filledJson(element: Element, filled: Filled | undefined): Json {
  const kind = KINDS[element.type];
  if (kind === undefined) return {};
  const value = filled === undefined ? element[kind.initial] : asSlack(element, kind.holds, filled);
  const nothing = kind.holds === "list" || kind.holds === "options" ? [] : null;
  return { [kind.key]: value === undefined || value === "" ? nothing : value };
}

function asSlack(element: Element, holds: string, filled: Filled): unknown {
  if (filled === null) return undefined;
  const several = typeof filled === "string" ? [filled] : filled;
  if (holds === "text") return element.type === "datetimepicker" ? Number(several[0]) : several[0];
  if (holds === "list") return several;
  const offered: readonly Option[] = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((group) => group.options),
  ];
  const chosen = several.map((value) => {
    const option = offered.find((each) => each.value === value);
    if (option === undefined) throw new Error(`no option ${value} in ${element.action_id ?? element.type}`);
    return option;
  });
  return holds === "option" ? chosen[0] : chosen;
}

/** `state.values` of a view or message: every field, touched or not. */
export function stateValues(blocks: readonly KnownBlock[], fields: Fields): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      if (!(element.type in KINDS) || element.type === "overflow") continue;
      const blockId = block.block_id ?? "";
      const actionId = element.action_id ?? "";
      const filled = fields[blockId]?.[actionId];
      (values[blockId] ??= {})[actionId] = { type: element.type, ...filledJson(element, filled) };
    }
  }
  return values;
}

/** What Slack's own client refuses before a submit leaves it, by block id. */
export function clientErrors(blocks: readonly KnownBlock[], fields: Fields): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== "input") continue;
    const [element] = elementsOf(block);
    const kind = element && KINDS[element.type];
    if (element === undefined || kind === undefined) continue;
    const blockId = block.block_id ?? "";
    const value = filledJson(element, fields[blockId]?.[element.action_id ?? ""])[kind.key];
    const problem = problemOf(element, value, block.optional === true);
    if (problem !== undefined) errors[blockId] = problem;
  }
  return errors;
}

function problemOf(element: Element, value: unknown, mayBeEmpty: boolean): string | undefined {
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return mayBeEmpty ? undefined : "Please complete this required field.";
  }
  if (element.type === "number_input") return numberProblem(element, Number(value));
  if (typeof value !== "string") return undefined;
  const { min_length: least, max_length: most } = element;
  if (typeof least === "number" && value.length < least) return `Write at least ${least} characters.`;
  if (typeof most === "number" && value.length > most) return `Write at most ${most} characters.`;
  return undefined;
}

function numberProblem(element: Element, value: number): string | undefined {
  if (Number.isNaN(value)) return "This must be a number.";
  if (element["is_decimal_allowed"] === false && !Number.isInteger(value))
    return "This must be a whole number.";
  const { min_value: least, max_value: most } = element;
  if (typeof least === "string" && value < Number(least)) return `This must be at least ${least}.`;
  if (typeof most === "string" && value > Number(most)) return `This must be at most ${most}.`;
  return undefined;
}
