import { useTick } from "./clock.tsx";
import { momentOf } from "./moments.ts";
import { messagesIn, useStage } from "./stage.ts";
import type { Channel, Message } from "../wire.ts";

/** The silence waited for, unless a channel or the settings say otherwise: after talk, and after a reply in a thread. */
const QUIET_SECONDS = { talk: 45, reply: 90 } as const;

type Props = {
  readonly channel: Channel;
  /** Stands in the panel of this thread, and speaks of it alone. */
  readonly thread?: string;
};

/** Says that Askwhy waits for silence, how long still, and lets the reader skip it. Where a thread is open, its panel says so. */
export function QuietBar({ channel, thread }: Props) {
  useTick(1_000);
  const { snapshot, place, now, act } = useStage();
  const last = channel.hasBot ? lastSaid(messagesIn(snapshot, channel.id), snapshot.bot.id) : undefined;
  if (last === undefined || channel.kind === "direct") return null;
  const beside = place.trace === undefined && (last.thread ?? last.ts) === place.thread;
  if (beside !== (thread !== undefined)) return null;
  const until = momentOf(last.ts) + 1000 * QUIET_SECONDS[last.thread === undefined ? "talk" : "reply"];
  const left = Math.ceil((until - now()) / 1000);
  if (left <= 0) return null;
  return (
    <p className="quiet-bar">
      <span>
        Askwhy waits for a pause, then looks whether anything is worth asking. <strong>{left} s</strong> to
        go.
      </span>
      <button
        type="button"
        className="button"
        onClick={() => void act({ do: "move-clock", to: Math.max(until, now()) + 2_000 })}
      >
        Skip the wait
      </button>
    </p>
  );
}

function lastSaid(messages: readonly Message[], bot: string): Message | undefined {
  return messages.findLast((message) => message.user !== bot && message.notice !== true);
}
