import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";
import { Panel } from "./panel.tsx";
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
  return (
    <Panel
      title="Thread"
      closing="Close the thread"
      facts={`#${channel.name}`}
      onClose={() => go({ thread: undefined })}
    >
      {shown.length === 0 ? (
        <p className="empty">The message this thread began with is gone.</p>
      ) : (
        <MessageList key={thread} messages={shown} channel={channel} label="Thread" inThread />
      )}
      <QuietBar channel={channel} thread={thread} />
      {channel.member && <Composer channel={channel} thread={thread} draft={draft} setDraft={setDraft} />}
    </Panel>
  );
}
