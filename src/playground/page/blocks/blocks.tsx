import { useId } from "react";
import type { InputBlock, KnownBlock, RichTextBlock, SectionBlock } from "@slack/types";
import { Markup, Words } from "../formatted.tsx";
import { readRichText } from "../rich-text.ts";
import type { Element } from "./element.ts";
import { Field } from "./field.tsx";
import { useForm } from "./form.ts";
import { Pressable } from "./pressable.tsx";

/**
 * Draws Block Kit, with elements that can be pressed and filled in.
 *
 * Drawn here and not by slack-blocks-to-jsx 1.1.1: that one gives no way to attach to a press, reads formatting
 * into `plain_text`, shows verbatim mentions raw, and dates by the machine's clock instead of the playground's.
 */
export function Blocks({ blocks }: { readonly blocks: readonly KnownBlock[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <OneBlock key={block.block_id ?? index} block={block} />
      ))}
    </div>
  );
}

function OneBlock({ block }: { readonly block: KnownBlock }) {
  switch (block.type) {
    case "header":
      return <h4 className="block-header">{block.text.text}</h4>;
    case "section":
      return <Section block={block} />;
    case "rich_text":
      return <RichText block={block} />;
    case "context":
      return (
        <p className="block-context">
          {block.elements.map((element, index) => (
            <span key={index}>{element.type !== "image" && <Text text={element} />} </span>
          ))}
        </p>
      );
    case "divider":
      return <hr />;
    case "actions":
      return (
        <div className="block-actions">
          {block.elements.map((element, index) => (
            <Pressable
              key={element.action_id ?? index}
              element={element as Element}
              block={block.block_id ?? ""}
            />
          ))}
        </div>
      );
    case "input":
      return <Input block={block} />;
    case "markdown":
      return <p>{block.text}</p>;
    case "alert":
    case "card":
    case "carousel":
    case "container":
    case "context_actions":
    case "data_table":
    case "file":
    case "image":
    case "plan":
    case "table":
    case "task_card":
    case "video":
      return <p className="block-context">(a “{block.type}” block, which the playground does not draw)</p>;
  }
}

function Text({ text }: { readonly text: { readonly type: string; readonly text?: string } }) {
  return text.type === "mrkdwn" ? (
    <Markup text={text.text ?? ""} />
  ) : (
    <span className="plain">{text.text}</span>
  );
}

function Section({ block }: { readonly block: SectionBlock }) {
  return (
    <div className="block-section">
      <div>
        {block.text !== undefined && <Text text={block.text} />}
        {block.fields?.map((field, index) => (
          <p key={index}>
            <Text text={field} />
          </p>
        ))}
      </div>
      {block.accessory !== undefined && block.accessory.type !== "image" && (
        <Pressable element={block.accessory as Element} block={block.block_id ?? ""} />
      )}
    </div>
  );
}

function RichText({ block }: { readonly block: RichTextBlock }) {
  return block.elements.map((part, index) => {
    switch (part.type) {
      case "rich_text_section":
        return (
          <p key={index}>
            <Words words={readRichText(part.elements)} />
          </p>
        );
      case "rich_text_quote":
        return (
          <blockquote key={index}>
            <Words words={readRichText(part.elements)} />
          </blockquote>
        );
      case "rich_text_preformatted":
        return (
          <pre key={index}>
            <Words words={readRichText(part.elements)} />
          </pre>
        );
      case "rich_text_list": {
        const List = part.style === "ordered" ? "ol" : "ul";
        return (
          <List key={index}>
            {part.elements.map((item, at) => (
              <li key={at}>
                {item.type === "rich_text_section" && <Words words={readRichText(item.elements)} />}
              </li>
            ))}
          </List>
        );
      }
    }
  });
}

function Input({ block }: { readonly block: InputBlock }) {
  const { errors, press } = useForm();
  const id = useId();
  const blockId = block.block_id ?? "";
  const element = block.element as Element;
  const error = errors[blockId];
  const grouped =
    element.type === "radio_buttons" || element.type === "checkboxes" || element.type.startsWith("multi_");
  const label = (
    <>
      {block.label.text}
      {block.optional === true && <span className="optional"> (optional)</span>}
    </>
  );
  return (
    <div className="block-input">
      {grouped ? <span className="label">{label}</span> : <label htmlFor={id}>{label}</label>}
      <Field
        element={element}
        block={blockId}
        id={id}
        label={grouped ? block.label.text : undefined}
        about={`${id}-hint ${id}-error`}
        wrong={error !== undefined}
        onFilled={
          block.dispatch_action === true && !element.type.endsWith("_input")
            ? (filled) => void press(blockId, element.action_id ?? "", filled)
            : undefined
        }
      />
      {block.hint !== undefined && <small id={`${id}-hint`}>{block.hint.text}</small>}
      <span id={`${id}-error`} className="wrong" role="alert">
        {error}
      </span>
    </div>
  );
}
