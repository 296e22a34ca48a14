import type { RichTextElement } from "@slack/types";
import type { Word } from "./words.ts";

/** The elements of one rich text section as words. */
export function readRichText(elements: readonly RichTextElement[]): Word[] {
  return elements.flatMap((element) => readElement(element) ?? []);
}

function readElement(element: RichTextElement): Word | undefined {
  switch (element.type) {
    case "text":
      return styled({ kind: element.style?.code ? "code" : "text", text: element.text }, element.style);
    case "link":
      return styled(
        { kind: "link", url: element.url, ...(element.text === undefined ? {} : { label: element.text }) },
        element.style,
      );
    case "user":
      return { kind: "person", id: element.user_id };
    case "channel":
      return { kind: "channel", id: element.channel_id };
    case "broadcast":
      return { kind: "broadcast", name: element.range };
    case "date":
      return { kind: "moment", at: element.timestamp * 1000, format: element.format };
    case "emoji":
      return { kind: "text", text: `:${element.name}:` };
    case "usergroup":
      return { kind: "broadcast", name: element.usergroup_id };
    case "color":
      return { kind: "code", text: element.value };
    case "team":
      return undefined;
  }
}

type Style = { readonly bold?: boolean; readonly italic?: boolean; readonly strike?: boolean };

function styled(word: Word, style: Style | undefined): Word {
  const kinds = (["strike", "italic", "bold"] as const).filter((kind) => style?.[kind] === true);
  return kinds.reduce((inside: Word, kind) => ({ kind, inside: [inside] }), word);
}
