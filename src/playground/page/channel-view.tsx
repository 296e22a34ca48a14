import { PLANNING } from "../people.ts";
import type { Channel } from "../wire.ts";
import { Composer } from "./composer.tsx";
import { Guide } from "./guide.tsx";
import { Menu } from "./menu.tsx";
import { MessageList } from "./message-list.tsx";
import { Private } from "./private.tsx";
import { QuietBar } from "./quiet-bar.tsx";
import { messagesIn, useStage } from "./stage.ts";

type Props = { readonly channel: Channel; readonly draft: string; readonly setDraft: (text: string) => void };

/** A channel or direct message: its talk outside threads, and the box to write in. */
export function ChannelView({ channel, draft, setDraft }: Props) {
  const { snapshot } = useStage();
  const shown = messagesIn(snapshot, channel.id).filter(
    (message) => message.thread === undefined || message.broadcast === true,
  );
  const direct = channel.kind === "direct";
  return (
    <>
      <header className="pane-header">
        <h1>{direct ? channel.name : `#${channel.name}`}</h1>
        {direct ? <Private words={`Between you and ${channel.name}`} /> : <About channel={channel} />}
      </header>
      {channel.id === PLANNING && <Guide setDraft={setDraft} />}
      {!direct && !channel.hasBot && channel.member && <Invite channel={channel} />}
      <MessageList
        key={channel.id}
        messages={shown}
        channel={channel}
        label={direct ? `Messages with ${channel.name}` : `Messages in #${channel.name}`}
      />
      <QuietBar channel={channel} />
      {channel.member ? (
        <Composer channel={channel} draft={draft} setDraft={setDraft} />
      ) : (
        <Join channel={channel} />
      )}
    </>
  );
}

function About({ channel }: { readonly channel: Channel }) {
  const { snapshot, act, go, place } = useStage();
  const people = channel.members.filter((id) => id !== snapshot.bot.id).length;
  const facts = [
    channel.kind === "private" ? "private channel" : undefined,
    channel.sharedWith === undefined ? undefined : `shared with ${channel.sharedWith}`,
    `${people} people`,
    channel.hasBot ? "Askwhy is here" : undefined,
  ];
  const change = (deed: "leave" | "invite-bot" | "remove-bot") => () =>
    void act({ do: deed, channel: channel.id });
  return (
    <>
      <span className="facts">{facts.filter((fact) => fact !== undefined).join(" · ")}</span>
      <button
        type="button"
        className="button"
        aria-expanded={place.trace !== undefined}
        onClick={() => go({ trace: place.trace === undefined ? "all" : undefined })}
      >
        What was read, and why
      </button>
      {channel.member && (
        <Menu
          label={`More about #${channel.name}`}
          face="···"
          items={[
            channel.hasBot
              ? { label: "Remove Askwhy", act: change("remove-bot") }
              : { label: "Invite Askwhy", act: change("invite-bot") },
            { label: "Leave the channel", act: change("leave") },
          ]}
        />
      )}
    </>
  );
}

function Invite({ channel }: { readonly channel: Channel }) {
  const { act } = useStage();
  return (
    <p className="quiet-bar">
      <span>Askwhy is not in this channel, so it reads nothing here.</span>
      <button
        type="button"
        className="button"
        onClick={() => void act({ do: "invite-bot", channel: channel.id })}
      >
        Invite Askwhy
      </button>
    </p>
  );
}

function Join({ channel }: { readonly channel: Channel }) {
  const { act, reader } = useStage();
  return (
    <p className="quiet-bar">
      <span>{reader.name} is not in this channel.</span>
      <button
        type="button"
        className="button primary"
        onClick={() => void act({ do: "join", channel: channel.id })}
      >
        Join #{channel.name}
      </button>
    </p>
  );
}
