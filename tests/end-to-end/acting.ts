import type { Button, InputBlock, KnownBlock, Overflow } from "@slack/types";
import { PLANNING, PRIYA } from "../../src/playground/people.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import type { Fields, Message, Modal } from "../../src/playground/wire.ts";

/** What a person does in Slack, told by what they see: labels of buttons, words of messages. */

type Action = {
  readonly block: string;
  readonly action: string;
  readonly chosen?: string;
  readonly label: string;
  /** What a button carries. */
  readonly value?: string;
};

/** Every button and every choice behind the dots, in the order they stand. */
export function actionsOf(blocks: readonly KnownBlock[] | undefined): Action[] {
  return (blocks ?? []).flatMap((block) => elementsOf(block).flatMap((element) => choicesOf(block, element)));
}

type Element = { readonly type: string };

function elementsOf(block: KnownBlock): readonly Element[] {
  if (block.type === "actions") return block.elements;
  return block.type === "section" && block.accessory ? [block.accessory] : [];
}

function choicesOf(block: KnownBlock, element: Element): Action[] {
  const base = {
    block: block.block_id ?? "",
    action: "action_id" in element ? String(element.action_id) : "",
  };
  if (isButton(element)) {
    const { text, value } = element;
    return [{ ...base, label: text.text, ...(value !== undefined && { value }) }];
  }
  if (!isOverflow(element)) return [];
  return element.options.map((option) => ({ ...base, label: option.text.text, chosen: option.value ?? "" }));
}

const isButton = (element: Element): element is Button => element.type === "button";
const isOverflow = (element: Element): element is Overflow => element.type === "overflow";
const isInput = (block: { readonly type: string }): block is InputBlock => block.type === "input";

/** The text of blocks as a reader sees it, without markup. */
export const wordsOf = (what: unknown): string => JSON.stringify(what);

export const privateTo = (standIn: StandIn, user: string, channel: string): readonly Message[] =>
  standIn.sees(user, channel).filter((message) => message.private);

/** Waits for a private message to this person that holds these words. */
export function whispered(standIn: StandIn, user: string, channel: string, words: string): Promise<Message> {
  return standIn.until(() =>
    privateTo(standIn, user, channel).findLast((message) => wordsOf(message).includes(words)),
  );
}

export async function pressLabel(
  standIn: StandIn,
  user: string,
  channel: string,
  message: Message,
  label: string,
): Promise<void> {
  const action = actionsOf(message.blocks).find((one) => one.label.startsWith(label));
  if (action === undefined) throw new Error(`no "${label}" on ${wordsOf(message.blocks)}`);
  await standIn.press({
    user,
    surface: { on: "message", channel, ts: message.ts },
    block: action.block,
    action: action.action,
    ...(action.chosen !== undefined && { chosen: action.chosen }),
  });
}

/** What a field holds before anybody touches it, as Slack would send it. */
function initialOf(element: object): string | readonly string[] | null {
  const initial = element as Partial<Record<"initial_value" | "initial_users" | "initial_options", unknown>>;
  if (Array.isArray(initial.initial_users)) return initial.initial_users.map(String);
  if (Array.isArray(initial.initial_options)) {
    return initial.initial_options.map((option: { readonly value: string }) => option.value);
  }
  return typeof initial.initial_value === "string" ? initial.initial_value : null;
}

/** What stands in the fields of a modal, some of them changed by block label. */
export function fieldsOf({ view }: Modal, changes: Readonly<Record<string, string>> = {}): Fields {
  const fields: Record<string, Fields[string]> = {};
  for (const block of view.blocks) {
    if (!isInput(block)) continue;
    const { element } = block;
    if (!("action_id" in element)) continue;
    fields[block.block_id ?? ""] = {
      [String(element.action_id ?? "")]: changes[block.label.text] ?? initialOf(element),
    };
  }
  return fields;
}

/** Submits the open modal with its own values, some of them changed by block label. */
export async function submitModal(
  standIn: StandIn,
  user: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const modal = await standIn.until(() => standIn.modal(user));
  await standIn.submit({ user, id: modal.id, fields: fieldsOf(modal, changes) });
}

/** Priya invites the bot and opts in, as a newcomer would. */
export async function optIn(standIn: StandIn, user = PRIYA, channel = PLANNING): Promise<void> {
  standIn.inviteBot({ user, channel });
  const welcome = await whispered(standIn, user, channel, "Who is the PM");
  await pressLabel(standIn, user, channel, welcome, "I am the PM");
  await standIn.until(() => wordsOf(standIn.sees(user, channel)).includes("Saved"));
}
