import { useEffect, useState } from "react";
import { PATHS, type Deed, type Done, type Snapshot } from "../wire.ts";

/** What the reader sees now, kept up to date, with the moment it arrived here. */
export type Seen = { readonly snapshot: Snapshot; readonly arrived: number };

/** Follows what one reader sees. `cut` is true while the stand-in cannot be reached. */
export function useSeen(reader: string): { readonly seen: Seen | undefined; readonly cut: boolean } {
  const [seen, setSeen] = useState<Seen>();
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const source = new EventSource(`${PATHS.changes}?as=${encodeURIComponent(reader)}`);
    source.addEventListener("message", (event: MessageEvent<string>) => {
      setCut(false);
      setSeen({ snapshot: JSON.parse(event.data) as Snapshot, arrived: Date.now() });
    });
    source.addEventListener("error", () => setCut(true));
    return () => source.close();
  }, [reader]);
  return { seen, cut };
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
