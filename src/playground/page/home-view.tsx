import { useEffect, useEffectEvent } from "react";
import type { KnownBlock } from "@slack/types";
import { Blocks } from "./blocks/blocks.tsx";
import { FormSurface } from "./form-surface.tsx";
import { Private } from "./private.tsx";
import { useStage } from "./stage.ts";

/** The bot's Home tab of the reader. Opening it tells the bot, which then draws it anew. */
export function HomeView() {
  const { snapshot, reader, act } = useStage();
  const open = useEffectEvent(() => void act({ do: "open-home" }));
  useEffect(() => {
    open();
  }, [reader.id]);
  return (
    <>
      <header className="pane-header">
        <h1>{snapshot.bot.name} Home</h1>
        <Private words={`Only you, ${reader.name}, can see this`} />
      </header>
      <div className="home" tabIndex={0} role="region" aria-label={`${snapshot.bot.name} Home`}>
        {snapshot.home === null ? (
          <p className="empty">Nothing here yet.</p>
        ) : (
          <FormSurface key={reader.id} surface={{ on: "home" }}>
            <Blocks blocks={snapshot.home.blocks as readonly KnownBlock[]} />
          </FormSurface>
        )}
      </div>
    </>
  );
}
