import { HOME } from "./place.ts";
import { useStage } from "./stage.ts";
import type { Channel, ReadyThread } from "../wire.ts";

type Props = { readonly isUnread: (channel: Channel) => boolean; readonly onChosen: () => void };

/** Where one can go, and the ready threads to play. */
export function SideBar({ isUnread, onChosen }: Props) {
  const { snapshot } = useStage();
  const channels = snapshot.channels.filter((channel) => channel.kind !== "direct");
  const directs = snapshot.channels.filter((channel) => channel.kind === "direct");
  return (
    <nav aria-label="Workspace">
      <h2>Channels</h2>
      <ul>
        {channels.map((channel) => (
          <Place
            key={channel.id}
            to={channel.id}
            sign={channel.kind === "private" ? "◆" : "#"}
            name={channel.name}
            aside={channel.sharedWith === undefined ? undefined : `with ${channel.sharedWith}`}
            unread={isUnread(channel)}
            onChosen={onChosen}
          />
        ))}
      </ul>
      <h2>{snapshot.bot.name}, to you alone</h2>
      <ul>
        <Place to={HOME} sign="⌂" name="Home" onChosen={onChosen} />
        {directs.map((channel) => (
          <Place
            key={channel.id}
            to={channel.id}
            sign="✉"
            name="Direct messages"
            unread={isUnread(channel)}
            onChosen={onChosen}
          />
        ))}
      </ul>
      <h2>Threads to play</h2>
      <ReadyThreads onChosen={onChosen} />
    </nav>
  );
}

type PlaceProps = {
  readonly to: string;
  readonly sign: string;
  readonly name: string;
  readonly aside?: string | undefined;
  readonly unread?: boolean;
  readonly onChosen: () => void;
};

function Place({ to, sign, name, aside, unread = false, onChosen }: PlaceProps) {
  const { place, go } = useStage();
  const here = place.in === to;
  return (
    <li>
      <button
        type="button"
        className={`place ${unread && !here ? "unread" : ""}`}
        aria-current={here ? "page" : undefined}
        onClick={() => {
          go({ in: to, thread: undefined, trace: undefined });
          onChosen();
        }}
      >
        <span className="sign" aria-hidden="true">
          {sign}
        </span>
        <span>
          {name}
          {aside !== undefined && <small>{aside}</small>}
        </span>
        {unread && !here && <span className="unseen">, new messages</span>}
      </button>
    </li>
  );
}

function ReadyThreads({ onChosen }: { readonly onChosen: () => void }) {
  const { snapshot, act, go, look, tell } = useStage();
  const play = async ({ id, channel, about }: ReadyThread) => {
    go({ in: channel, thread: undefined, trace: undefined });
    const done = await act({ do: "play", ready: id });
    if (!done.ok) return;
    tell(about);
    const played = (await look())?.messages[channel]?.findLast(
      (message) => message.thread === undefined && message.private !== true,
    );
    if (played !== undefined && played.replies > 0) go({ thread: played.ts });
  };
  const open = new Set(snapshot.channels.map((channel) => channel.id));
  return (
    <ul>
      {snapshot.readyThreads
        .filter((ready) => open.has(ready.channel))
        .map((ready) => (
          <li key={ready.id}>
            <button
              type="button"
              className="place ready"
              title={ready.about}
              onClick={() => {
                onChosen();
                void play(ready);
              }}
            >
              <span className="sign" aria-hidden="true">
                ▷
              </span>
              <span>
                {ready.title}
                <span className="unseen">. {ready.about}</span>
              </span>
            </button>
          </li>
        ))}
    </ul>
  );
}
