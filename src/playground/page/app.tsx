import { useEffect, useMemo, useRef, useState } from "react";
import { PEOPLE, PLANNING, SAM } from "../people.ts";
import type { Snapshot } from "../wire.ts";
import { perform, useSeen, type Seen } from "./line-to-stand-in.ts";
import { ModalDialog } from "./modal.tsx";
import { readPlace, writePlace, type Place } from "./place.ts";
import { StageContext, type Stage } from "./stage.ts";
import { Toast, useToast } from "./toast.tsx";
import { Workspace } from "./workspace.tsx";

/** The story begins with an engineer in the planning channel. */
const START: Place = { as: SAM, in: PLANNING };

/** The page: one reader's view of the workspace in a box. */
export function App() {
  const [place, go] = usePlace();
  const { seen, cut, look } = useSeen(place.as);
  const { words, tell } = useToast();
  const stage = useMemo(
    () => seen && makeStage(seen, { place, go, tell, look }),
    [seen, place, go, tell, look],
  );
  if (stage === undefined) {
    return (
      <p className="empty">{cut ? "The playground does not answer. Is it still running?" : "One moment…"}</p>
    );
  }
  const { modal } = stage.snapshot;
  return (
    <StageContext value={stage}>
      <Workspace cut={cut} />
      {modal !== null && <ModalDialog key={modal.id} modal={modal} />}
      <Toast words={words} />
    </StageContext>
  );
}

function makeStage(
  { snapshot, arrived }: Seen,
  { place, go, tell, look }: Pick<Stage, "place" | "go" | "tell" | "look">,
): Stage | undefined {
  const reader = snapshot.people.find((person) => person.id === snapshot.reader);
  if (reader === undefined) return undefined;
  return {
    snapshot,
    place: within(place, snapshot),
    reader,
    now: () => snapshot.now + (Date.now() - arrived),
    go,
    tell,
    look,
    async act(deed) {
      const done = await perform({ as: reader.id, ...deed });
      if (!done.ok) tell(done.error);
      if (deed.do === "move-clock") await look();
      return done;
    },
  };
}

/** A channel this reader cannot open gives way to the first they can. */
function within(place: Place, snapshot: Snapshot): Place {
  const open = place.in === "home" || snapshot.channels.some((channel) => channel.id === place.in);
  if (open) return place;
  return { as: place.as, in: snapshot.channels[0]?.id ?? "home" };
}

function placeNow(): Place {
  const place = readPlace(location.hash, START);
  return PEOPLE.some((person) => person.id === place.as) ? place : { ...place, as: START.as };
}

/** The place as the address has it. */
function usePlace(): readonly [Place, Stage["go"]] {
  const [place, setPlace] = useState(placeNow);
  const latest = useRef(place);
  useEffect(() => {
    const moved = () => {
      latest.current = placeNow();
      setPlace(latest.current);
    };
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  const go = useRef<Stage["go"]>((to) => {
    const next = { ...latest.current, ...to };
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
    latest.current = kept as Place;
    setPlace(latest.current);
    history.pushState(null, "", writePlace(latest.current));
  });
  return [place, go.current];
}
