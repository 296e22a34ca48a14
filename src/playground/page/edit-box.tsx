import { useState } from "react";
import { nameOf, useStage } from "./stage.ts";
import { asTyped } from "./words.ts";
import type { Channel, Message } from "../wire.ts";

type Props = { readonly message: Message; readonly channel: Channel; readonly onDone: () => void };

/** The box in which one's own message is changed: Enter saves, Escape leaves it as it was. */
export function EditBox({ message, channel, onDone }: Props) {
  const { act, snapshot } = useStage();
  const [text, setText] = useState(() => asTyped(message.text, (id) => nameOf(snapshot, id)));
  const save = async () => {
    const done = await act({ do: "edit", channel: channel.id, ts: message.ts, text });
    if (done.ok) onDone();
  };
  return (
    <form
      className="edit-box"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
        if (event.key !== "Enter" || event.shiftKey) return;
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        aria-label="Edit your message"
        autoFocus
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button primary">
        Save
      </button>
      <button type="button" className="button" onClick={onDone}>
        Cancel
      </button>
    </form>
  );
}
