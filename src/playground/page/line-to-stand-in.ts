import { useCallback, useEffect, useRef, useState } from "react";
import { PATHS, type Deed, type Done, type Snapshot } from "../wire.ts";

/** What the reader sees now, kept up to date, with the moment it arrived here. */
export type Seen = { readonly snapshot: Snapshot; readonly arrived: number };

type Line = {
  readonly seen: Seen | undefined;
  /** True while the stand-in cannot be reached. */
  readonly cut: boolean;
  /** Takes what is there now, without waiting to be told of a change. */
  readonly look: () => Promise<Snapshot | undefined>;
};

/** Follows what one reader sees. */
export function useSeen(reader: string): Line {
  const [seen, setSeen] = useState<Seen>();
  const [cut, setCut] = useState(false);
  const newest = useRef({ reader, rev: 0 });
  const take = useCallback((snapshot: Snapshot): Snapshot => {
    newest.current = { reader: snapshot.reader, rev: snapshot.rev };
    setCut(false);
    setSeen({ snapshot, arrived: Date.now() });
    return snapshot;
  }, []);
  useEffect(() => {
    newest.current = { reader, rev: 0 };
    const source = new EventSource(pathFor(PATHS.changes, reader));
    source.addEventListener("message", (event: MessageEvent<string>) =>
      take(JSON.parse(event.data) as Snapshot),
    );
    source.addEventListener("error", () => setCut(true));
    return () => source.close();
  }, [reader, take]);
  const look = useCallback(async () => {
    try {
      const response = await fetch(pathFor(PATHS.seen, reader));
      if (!response.ok) return undefined;
      const snapshot = (await response.json()) as Snapshot;
      // On its way here it may have been overtaken by a newer one, or somebody else looks by now.
      const late = snapshot.reader !== newest.current.reader || snapshot.rev < newest.current.rev;
      return late ? snapshot : take(snapshot);
    } catch {
      setCut(true);
      return undefined;
    }
  }, [reader, take]);
  return { seen, cut, look };
}

function pathFor(path: string, reader: string): string {
  return `${path}?as=${encodeURIComponent(reader)}`;
}

/** Does something, and says what became of it. A stand-in that cannot be reached is an answer too. */
export async function perform(deed: Deed): Promise<Done> {
  try {
    const response = await fetch(PATHS.do, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(deed),
    });
    return (await response.json()) as Done;
  } catch {
    return { ok: false, error: "The playground does not answer. Is it still running?" };
  }
}
