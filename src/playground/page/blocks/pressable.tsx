import { useState } from "react";
import { Menu } from "../menu.tsx";
import { Anchor } from "../formatted.tsx";
import { useStage } from "../stage.ts";
import { choicesOf, type Element } from "./element.ts";
import { useForm } from "./form.ts";
import { Field } from "./field.tsx";

/** An element that does something when it is pressed or chosen from: buttons, overflow menus, selects. */
export function Pressable({ element, block }: { readonly element: Element; readonly block: string }) {
  const { snapshot } = useStage();
  const { press } = useForm();
  const action = element.action_id ?? "";
  switch (element.type) {
    case "button":
    case "workflow_button":
      return <PressButton element={element} block={block} />;
    case "overflow":
      return (
        <Menu
          label="More choices"
          face="···"
          className="button overflow"
          edge="left"
          items={choicesOf(element, snapshot).map((choice) => ({
            label: choice.label,
            act: () => void (agreed(element) && press(block, action, choice.value)),
          }))}
        />
      );
    default:
      return (
        <Field
          element={element}
          block={block}
          label={element.placeholder?.text ?? "Choose"}
          onFilled={(filled) => void press(block, action, filled)}
        />
      );
  }
}

function PressButton({ element, block }: { readonly element: Element; readonly block: string }) {
  const { press } = useForm();
  const [busy, setBusy] = useState(false);
  const face = element.text?.text ?? "Press";
  const pressed = async () => {
    if (busy || !agreed(element)) return;
    setBusy(true);
    await press(block, element.action_id ?? "");
    setBusy(false);
  };
  if (element.url !== undefined) return <Anchor url={element.url}>{face}</Anchor>;
  return (
    <button
      type="button"
      className={`button ${element.style ?? ""}`}
      aria-label={element.accessibility_label}
      aria-busy={busy}
      onClick={() => void pressed()}
    >
      {face}
    </button>
  );
}

/** Asks once more where the bot wants that. */
function agreed({ confirm }: Element): boolean {
  if (confirm === undefined) return true;
  return window.confirm([confirm.title?.text, confirm.text?.text].filter(Boolean).join("\n\n"));
}
