import { createContext, use } from "react";
import type { Deed, Done, Message, Person, Snapshot } from "../wire.ts";
import type { Place } from "./place.ts";

/** A deed without who does it: that is always whoever the reader speaks as. */
type OwnDeed = Deed extends infer Each ? (Each extends Deed ? Omit<Each, "as"> : never) : never;

/** What every part of the page may look at and do. */
export type Stage = {
  readonly snapshot: Snapshot;
  readonly place: Place;
  readonly reader: Person;
  /** The playground's time now. */
  readonly now: () => number;
  readonly go: (to: Partial<Record<keyof Place, string | undefined>>) => void;
  /** Does something as the reader. What went wrong is shown, and given back as well. */
  readonly act: (deed: OwnDeed) => Promise<Done>;
  /** What there is to see right now. */
  readonly look: () => Promise<Snapshot | undefined>;
  /** Says something to the reader at the foot of the page. */
  readonly tell: (words: string) => void;
};

export const StageContext = createContext<Stage | undefined>(undefined);

export function useStage(): Stage {
  const stage = use(StageContext);
  if (stage === undefined) throw new Error("outside the stage");
  return stage;
}

export function nameOf(snapshot: Snapshot, id: string): string {
  if (id === snapshot.bot.id) return snapshot.bot.name;
  return snapshot.people.find((person) => person.id === id)?.name ?? id;
}

export function channelName(snapshot: Snapshot, id: string): string {
  return snapshot.channels.find((channel) => channel.id === id)?.name ?? "a private channel";
}

export function messagesIn(snapshot: Snapshot, channel: string): readonly Message[] {
  return snapshot.messages[channel] ?? [];
}
