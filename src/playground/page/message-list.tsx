import { Fragment, useLayoutEffect, useRef } from "react";
import { MessageView } from "./message.tsx";
import { dateKey, dayName, momentOf } from "./moments.ts";
import { useStage } from "./stage.ts";
import type { Channel, Message } from "../wire.ts";

type Props = {
  readonly messages: readonly Message[];
  readonly channel: Channel;
  readonly label: string;
  readonly inThread?: boolean;
};

/** Messages, oldest first, kept at the newest. New ones are read out. */
export function MessageList({ messages, channel, label, inThread = false }: Props) {
  const { reader, now } = useStage();
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.ts;
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [newest, messages.length]);
  return (
    <div className="messages" role="log" aria-label={label} tabIndex={0}>
      {messages.map((message, index) => {
        const at = momentOf(message.ts);
        const before = messages[index - 1];
        const newDay =
          before === undefined || dateKey(momentOf(before.ts), reader.zone) !== dateKey(at, reader.zone);
        return (
          <Fragment key={message.ts}>
            {newDay && !inThread && <h3 className="day">{dayName(at, now(), reader.zone)}</h3>}
            <MessageView message={message} channel={channel} inThread={inThread} />
          </Fragment>
        );
      })}
      <div ref={end} />
    </div>
  );
}
