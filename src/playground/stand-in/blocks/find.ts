import type { KnownBlock } from "@slack/types";

export type Option = { readonly value: string; readonly text: { readonly text: string } };

/** What the stand-in needs to know of a block element, whatever its type. */
export type Element = {
  readonly type: string;
  action_id?: string;
  readonly value?: string;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly { readonly options: readonly Option[] }[];
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly [key: string]: unknown;
};

/** Elements that carry an action_id: the accessory, the row of actions, the input's element. */
export function elementsOf(block: KnownBlock): Element[] {
  const loose = block as unknown as { accessory?: Element; element?: Element; elements?: Element[] };
  const row = block.type === "actions" || block.type === "context_actions" ? (loose.elements ?? []) : [];
  const single = [loose.accessory, loose.element].filter(
    (element): element is Element => element !== undefined && element.type !== "image",
  );
  return [...single, ...row];
}

export function findElement(
  blocks: readonly KnownBlock[],
  blockId: string,
  actionId: string,
): Element | undefined {
  const block = blocks.find((each) => each.block_id === blockId);
  return block && elementsOf(block).find((element) => element.action_id === actionId);
}
