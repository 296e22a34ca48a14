import { BOXES, focusOn } from "./composer.tsx";
import { Menu, type MenuItem } from "./menu.tsx";
import { useStage, type Stage } from "./stage.ts";
import type { Channel, Message } from "../wire.ts";

type Props = {
  readonly message: Message;
  readonly channel: Channel;
  readonly inThread: boolean;
  readonly onEdit: () => void;
};

/** What can be done with a message. A private one carries its own buttons and is neither answered nor changed. */
export function MessageTools({ message, channel, inThread, onEdit }: Props) {
  const stage = useStage();
  if (message.private === true) return null;
  const reply = () => {
    stage.go({ thread: message.thread ?? message.ts, trace: undefined });
    focusOn(BOXES.thread);
  };
  return (
    <div className="tools">
      {!inThread && channel.member && (
        <button type="button" className="quiet" onClick={reply}>
          Reply
        </button>
      )}
      <Menu
        label="More about this message"
        face="···"
        items={[...shortcuts(stage, channel, message), ...others(stage, channel, message, onEdit)]}
      />
    </div>
  );
}

function shortcuts({ snapshot, act }: Stage, channel: Channel, { ts }: Message): MenuItem[] {
  return snapshot.bot.shortcuts
    .filter((shortcut) => shortcut.type === "message")
    .map(({ callbackId, name }) => ({
      label: name,
      hint: snapshot.bot.name,
      act: () => void act({ do: "message-shortcut", callbackId, channel: channel.id, ts }),
    }));
}

function others(stage: Stage, channel: Channel, message: Message, onEdit: () => void): MenuItem[] {
  const { ts, link } = message;
  const own: MenuItem[] = [
    { label: "Edit", act: onEdit },
    { label: "Delete", danger: true, act: () => void stage.act({ do: "delete", channel: channel.id, ts }) },
  ];
  return [
    { label: "What was read, and why", act: () => stage.go({ trace: ts }) },
    {
      label: "Copy link",
      act: () =>
        void navigator.clipboard.writeText(link).then(
          () => stage.tell("The link is copied."),
          () => stage.tell(link),
        ),
    },
    ...(message.user === stage.reader.id ? own : []),
  ];
}
