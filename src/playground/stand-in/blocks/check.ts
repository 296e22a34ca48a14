import { randomUUID } from "node:crypto";
import type { KnownBlock, View } from "@slack/types";
import type * as z from "zod";
import { Refusal } from "../refusal.ts";
import { homeView, messageBlocks, modalView } from "./blocks.ts";
import { elementsOf, type Element } from "./find.ts";

/** Slack's figure: all text of a message's blocks together (bolt-js issue 2509). */
const MOST_TEXT = 13_200;

/** Blocks of a message, checked, with the ids Slack makes up where none were given. */
export function checkBlocks(given: unknown): readonly KnownBlock[] {
  const blocks = withIds(checked(messageBlocks, given, "invalid_blocks") as readonly KnownBlock[]);
  if (JSON.stringify(blocks).length > MOST_TEXT * 4 || textOf(blocks).length > MOST_TEXT) {
    throw new Refusal("msg_blocks_too_long");
  }
  return blocks;
}

/** A modal or Home, checked, with ids. */
export function checkView(given: unknown, type: "modal" | "home"): View {
  const schema = type === "modal" ? modalView : homeView;
  const view = checked(schema, given, "invalid_arguments") as View;
  return { ...view, blocks: withIds(view.blocks as readonly KnownBlock[]) } as View;
}

function checked(schema: z.ZodType, given: unknown, error: string): unknown {
  const result = schema.safeParse(given);
  if (!result.success) {
    throw refused(
      error,
      result.error.issues.map(
        (issue) => `${issue.message} [json-pointer:/${issue.path.map(String).join("/")}]`,
      ),
    );
  }
  const blocks = (Array.isArray(given) ? given : (given as { blocks: unknown[] }).blocks) as KnownBlock[];
  const twice = sameIds(blocks);
  if (twice.length > 0) throw refused(error, twice);
  return given;
}

function refused(error: string, reasons: readonly string[]): Refusal {
  return new Refusal(error, {
    errors: reasons,
    response_metadata: { messages: reasons.map((reason) => `[ERROR] ${reason}`) },
  });
}

/** Block ids must differ within a message or view, action ids within a block, and a chosen option must be one of those on offer. */
function sameIds(blocks: readonly KnownBlock[]): string[] {
  const problems = repeated(blocks.map((block) => block.block_id)).map(
    (id) => `block_id ${id} is used twice`,
  );
  for (const block of blocks) {
    const elements = elementsOf(block);
    const twice = repeated(elements.map((element) => element.action_id));
    problems.push(...twice.map((id) => `action_id ${id} is used twice in a block`));
    problems.push(...elements.flatMap(strangeInitials));
  }
  return problems;
}

function repeated(ids: readonly (string | undefined)[]): string[] {
  const named = ids.filter((id) => id !== undefined);
  return named.filter((id, at) => named.indexOf(id) !== at);
}

function strangeInitials(element: Element): string[] {
  const offered = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((group) => group.options),
  ].map((option) => JSON.stringify(option));
  const chosen = [
    ...(element.initial_option ? [element.initial_option] : []),
    ...(element.initial_options ?? []),
  ];
  return chosen
    .filter((option) => !offered.includes(JSON.stringify(option)))
    .map((option) => `initial option ${option.value} is not among the options`);
}

function withIds(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  return blocks.map((block) => {
    const named = { ...structuredClone(block), block_id: block.block_id ?? shortId() };
    for (const element of elementsOf(named)) element.action_id ??= shortId();
    return named;
  });
}

function shortId(): string {
  return randomUUID().slice(0, 5);
}

function textOf(blocks: readonly KnownBlock[]): string {
  const texts: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") texts.push(value);
    return value;
  });
  return texts.join("");
}
