import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { QuietBar } from "./quiet-bar.tsx";
import { messagesIn, useStage } from "./stage.ts";
import type { Channel } from "../wire.ts";

type Props = {
  readonly channel: Channel;
  readonly thread: string;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
};

/** One thread beside its channel; where there is little room, in place of it. */
export function ThreadPanel({ channel, thread, draft, setDraft }: Props) {
  const { snapshot, go } = useStage();
  const all = messagesIn(snapshot, channel.id);
  const shown = all.filter((message) => message.ts === thread || message.thread === thread);
  const close = () => go({ thread: undefined });
  return (
    <aside
      className="side"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header className="pane-header">
        <h2>Thread</h2>
        <span className="facts">#{channel.name}</span>
        <button type="button" className="quiet" aria-label="Close the thread" title="Close" onClick={close}>
          ✕
        </button>
      </header>
      {shown.length === 0 ? (
        <p className="empty">The message this thread began with is gone.</p>
      ) : (
        <MessageList key={thread} messages={shown} channel={channel} label="Thread" inThread />
      )}
      {channel.member && <Composer channel={channel} thread={thread} draft={draft} setDraft={setDraft} />}
    </aside>
  );
}
