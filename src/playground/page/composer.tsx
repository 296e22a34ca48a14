import { useId, useState } from "react";
import { useStage } from "./stage.ts";
import type { Channel } from "../wire.ts";

/** Ids of the two boxes to write in, to bring the focus there. */
export const BOXES = { channel: "say-in-channel", thread: "say-in-thread" } as const;

/** Brings the focus to an element once it is drawn. */
export function focusOn(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}

type Props = {
  readonly channel: Channel;
  /** The parent's ts, for a reply. */
  readonly thread?: string;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
};

/** The box to write in: Enter sends, Shift+Enter begins a new line. What begins with "/" is a command. */
export function Composer({ channel, thread, draft, setDraft }: Props) {
  const { reader } = useStage();
  const hint = useId();
  const name = channel.kind === "direct" ? channel.name : `#${channel.name}`;
  const label = thread === undefined ? `Message ${name} as ${reader.name}` : `Reply as ${reader.name}`;
  const { broadcast, setBroadcast, send } = useSending({
    channel,
    draft,
    setDraft,
    ...(thread && { thread }),
  });
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {draft.startsWith("/") && thread === undefined && <Commands draft={draft} setDraft={setDraft} />}
      <div className="composer-box">
        <textarea
          id={thread === undefined ? BOXES.channel : BOXES.thread}
          rows={1}
          aria-label={label}
          aria-describedby={hint}
          placeholder={label}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
        <button type="submit" className="button primary" disabled={draft.trim() === ""}>
          Send
        </button>
      </div>
      {thread === undefined ? (
        <Beside hint={hint} setDraft={setDraft} />
      ) : (
        <AlsoSend id={hint} to={name} on={broadcast} onChange={setBroadcast} />
      )}
    </form>
  );
}

/** Sends the draft: as a message, a reply, or a command. What could not be sent stands in the box again. */
function useSending({ channel, thread, draft, setDraft }: Props) {
  const { act, tell } = useStage();
  const [broadcast, setBroadcast] = useState(false);
  const send = async () => {
    const text = draft.trim();
    if (text === "") return;
    if (text.startsWith("/") && thread !== undefined) {
      return tell("Commands work in the channel, not in a thread. On a message, use its menu.");
    }
    setDraft("");
    const where = { channel: channel.id, text };
    const done = text.startsWith("/")
      ? await act({ do: "command", ...where })
      : await act({ do: "say", ...where, ...(thread === undefined ? {} : { thread, broadcast }) });
    if (!done.ok) setDraft(text);
    setBroadcast(false);
  };
  return { broadcast, setBroadcast, send };
}

type AlsoSendProps = {
  readonly id: string;
  readonly to: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

function AlsoSend({ id, to, on, onChange }: AlsoSendProps) {
  return (
    <label id={id} className="composer-hint">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      Also send to {to}
    </label>
  );
}

/** Under the box: how to send, and what can be started from here. */
function Beside({ hint, setDraft }: { readonly hint: string; readonly setDraft: (text: string) => void }) {
  const { snapshot, act } = useStage();
  const { commands, shortcuts } = snapshot.bot;
  return (
    <div className="composer-hint">
      <span id={hint}>Enter sends</span>
      {commands.map(({ command, description }) => (
        <button
          key={command}
          type="button"
          className="as-link"
          title={description}
          onClick={() => {
            setDraft(`${command} `);
            focusOn(BOXES.channel);
          }}
        >
          {command}
        </button>
      ))}
      {shortcuts
        .filter((shortcut) => shortcut.type === "global")
        .map(({ callbackId, name }) => (
          <button
            key={callbackId}
            type="button"
            className="as-link"
            onClick={() => void act({ do: "global-shortcut", callbackId })}
          >
            {name}
          </button>
        ))}
    </div>
  );
}

/** What a command can be followed by, while one is being written. */
function Commands({
  draft,
  setDraft,
}: {
  readonly draft: string;
  readonly setDraft: (text: string) => void;
}) {
  const { snapshot } = useStage();
  const [typed = ""] = draft.split(" ", 1);
  const fitting = snapshot.bot.commands.filter(({ command }) => command.startsWith(typed));
  if (fitting.length === 0) return null;
  return (
    <ul className="commands" aria-label="Commands">
      {fitting.map(({ command, description, usageHint }) => (
        <li key={command}>
          <button
            type="button"
            onClick={() => {
              setDraft(draft.startsWith(`${command} `) ? draft : `${command} `);
              focusOn(BOXES.channel);
            }}
          >
            <strong>{command}</strong> <code>{usageHint}</code>
            <small>{description}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
