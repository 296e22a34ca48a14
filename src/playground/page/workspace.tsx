import { useRef, useState } from "react";
import { ChannelView } from "./channel-view.tsx";
import { Clock } from "./clock.tsx";
import { HomeView } from "./home-view.tsx";
import { HOME } from "./place.ts";
import { SideBar } from "./side-bar.tsx";
import { Speakers } from "./speakers.tsx";
import { messagesIn, useStage } from "./stage.ts";
import { ThreadPanel } from "./thread-panel.tsx";
import { TracePanel } from "./trace-panel.tsx";
import type { Channel } from "../wire.ts";

/** The frame: who speaks and the clock above, where to go on the left, the talk, and a thread or the drawer on the right. */
export function Workspace({ cut }: { readonly cut: boolean }) {
  const { snapshot, place } = useStage();
  const [listOpen, setListOpen] = useState(false);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const channel = snapshot.channels.find((each) => each.id === place.in);
  const isUnread = useUnread(channel);
  const draft = (key: string) => ({
    draft: drafts[key] ?? "",
    setDraft: (text: string) => setDrafts((now) => ({ ...now, [key]: text })),
  });
  return (
    <div className={`workspace ${listOpen ? "list-open" : ""}`}>
      <a className="skip" href="#say-in-channel" onClick={skipToBox}>
        Skip to the message box
      </a>
      <Top listOpen={listOpen} setListOpen={setListOpen} />
      {(cut || !snapshot.bot.connected) && (
        <p className="cut" role="status">
          {cut ? "The playground does not answer. Trying again…" : "Askwhy is not connected. Waiting for it…"}
        </p>
      )}
      <div className="body">
        <div className="list">
          <SideBar isUnread={isUnread} onChosen={() => setListOpen(false)} />
        </div>
        <main>
          {place.in === HOME || channel === undefined ? (
            <HomeView />
          ) : (
            <ChannelView channel={channel} {...draft(channel.id)} />
          )}
        </main>
        {channel !== undefined && place.trace !== undefined && (
          <TracePanel channel={channel.id} about={place.trace} />
        )}
        {channel !== undefined && place.thread !== undefined && place.trace === undefined && (
          <ThreadPanel channel={channel} thread={place.thread} {...draft(place.thread)} />
        )}
      </div>
    </div>
  );
}

type TopProps = { readonly listOpen: boolean; readonly setListOpen: (open: boolean) => void };

function Top({ listOpen, setListOpen }: TopProps) {
  return (
    <header className="top">
      <button
        type="button"
        className="quiet list-button"
        aria-expanded={listOpen}
        onClick={() => setListOpen(!listOpen)}
      >
        <span aria-hidden="true">☰</span>
        <span className="unseen">Channels</span>
      </button>
      <p className="brand">
        <strong>askwhy</strong> playground
      </p>
      <Speakers />
      <Clock />
    </header>
  );
}

function skipToBox(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById("say-in-channel")?.focus();
}

/** Remembers, for everybody one has been, how far each channel was read. */
function useUnread(open: Channel | undefined): (channel: Channel) => boolean {
  const { snapshot, reader } = useStage();
  const read = useRef(new Map<string, string>());
  const newest = (id: string) =>
    messagesIn(snapshot, id).findLast((message) => message.user !== reader.id && message.notice !== true)
      ?.ts ?? "";
  if (open !== undefined) read.current.set(`${reader.id} ${open.id}`, newest(open.id));
  return (channel) => newest(channel.id) > (read.current.get(`${reader.id} ${channel.id}`) ?? "");
}
