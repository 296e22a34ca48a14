import { useState } from "react";
import { Avatar } from "./avatar.tsx";
import { Blocks } from "./blocks/blocks.tsx";
import { BOXES, focusOn } from "./composer.tsx";
import { EditBox } from "./edit-box.tsx";
import { FormSurface } from "./form-surface.tsx";
import { Anchor, Markup } from "./formatted.tsx";
import { MessageTools } from "./message-tools.tsx";
import { clockTime, momentOf } from "./moments.ts";
import { Private } from "./private.tsx";
import { messagesIn, nameOf, useStage } from "./stage.ts";
import type { Channel, Message } from "../wire.ts";

type Props = {
  readonly message: Message;
  readonly channel: Channel;
  /** Whether it stands in the thread panel, where it does not lead to its thread again. */
  readonly inThread?: boolean;
};

export function MessageView({ message, channel, inThread = false }: Props) {
  const { snapshot, reader } = useStage();
  const [editing, setEditing] = useState(false);
  const edited = () => {
    setEditing(false);
    focusOn(inThread ? BOXES.thread : BOXES.channel);
  };
  const name = nameOf(snapshot, message.user);
  const time = clockTime(momentOf(message.ts), reader.zone);
  if (message.notice === true) {
    return (
      <p className="notice">
        <Markup text={message.text} /> <time>{time}</time>
      </p>
    );
  }
  const title = snapshot.people.find((person) => person.id === message.user)?.title ?? "bot";
  return (
    <article
      className={`message ${message.private === true ? "private" : ""}`}
      aria-label={`${name}, ${time}${message.private === true ? ", only you can see this" : ""}`}
    >
      {message.private === true && <Private />}
      <Avatar id={message.user} />
      <div className="message-main">
        <header>
          <strong>{name}</strong> <span className="title">{title}</span> <time>{time}</time>
          {message.broadcast === true && <span className="title">· also sent to the channel</span>}
        </header>
        {editing ? (
          <EditBox message={message} channel={channel} onDone={edited} />
        ) : (
          <Body message={message} channel={channel} />
        )}
        {!inThread && <Replies message={message} channel={channel} />}
      </div>
      {!editing && (
        <MessageTools
          message={message}
          channel={channel}
          inThread={inThread}
          onEdit={() => setEditing(true)}
        />
      )}
    </article>
  );
}

function Body({ message, channel }: Props) {
  return (
    <div className="message-body">
      {message.blocks === undefined ? (
        <p>
          <Markup text={message.text} />
        </p>
      ) : (
        <FormSurface surface={{ on: "message", channel: channel.id, ts: message.ts }}>
          <Blocks blocks={message.blocks} />
        </FormSurface>
      )}
      {message.edited === true && <small className="edited">(edited)</small>}
      {message.attachments?.map((attachment, index) => (
        <p key={index} className="attachment">
          <Anchor url={attachment.title_link ?? ""}>{attachment.title ?? attachment.fallback}</Anchor>
          {attachment.text !== undefined && <small>{attachment.text}</small>}
        </p>
      ))}
      {message.files?.map((file) => (
        <p key={file.id} className="attachment">
          {file.name}
        </p>
      ))}
    </div>
  );
}

function Replies({ message, channel }: Props) {
  const { snapshot, place, go } = useStage();
  const parent = message.thread ?? message.ts;
  const alone = messagesIn(snapshot, channel.id).filter(
    (reply) => reply.thread === message.ts && reply.private === true,
  ).length;
  if (message.replies + alone === 0) return null;
  return (
    <button
      type="button"
      className="replies"
      aria-expanded={place.thread === parent}
      onClick={() => go({ thread: parent, trace: undefined })}
    >
      {message.replies === 1 ? "1 reply" : `${message.replies} replies`}
      {alone > 0 && <Private words={`${alone} for you alone`} />}
    </button>
  );
}
