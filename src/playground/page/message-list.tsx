import { Fragment, useEffect, useLayoutEffect, useRef, type RefObject } from "react";
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
  const list = useRef<HTMLDivElement>(null);
  useKeptAtEnd(list, messages.at(-1)?.ts);
  return (
    <div ref={list} className="messages" role="log" aria-label={label} tabIndex={0}>
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
    </div>
  );
}

/** How near to its end a list counts as being there, in pixels. */
const NEAR = 40;

/** Goes to the newest message when there is one, and stays at the end while the list around it changes. */
function useKeptAtEnd(list: RefObject<HTMLDivElement | null>, newest: string | undefined): void {
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    atEnd.current = true;
  }, [newest]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd(list.current);
  });
  useEffect(() => {
    const { current } = list;
    if (current === null) return undefined;
    const scrolled = () => {
      atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd.current) toEnd(current);
    });
    observer.observe(current);
    current.addEventListener("scroll", scrolled);
    return () => {
      observer.disconnect();
      current.removeEventListener("scroll", scrolled);
    };
  }, [list]);
}

function toEnd(list: HTMLDivElement | null): void {
  if (list !== null) list.scrollTop = list.scrollHeight;
}
