import type { Link, Reading } from "../reading/reading.ts";
import { compared, shorten } from "../threads/quote.ts";
import type { Line, Role, Ts } from "../threads/thread.ts";
import type { Library } from "./library.ts";
import { notice } from "./notice.ts";

/** One message as a thread remembers it: what was read in it, and what the templates see. `print` is left for whoever keeps it. */
export function lineOf(
  message: { readonly ts: Ts; readonly user: string; readonly role: Role; readonly text: string },
  reading: Reading,
  library: Library,
): Line {
  const { struck, topics, hedges, covered, asksForEstimate } = reading;
  return {
    ts: message.ts,
    user: message.user,
    role: message.role,
    estimates: reading.estimates,
    specs: reading.links.filter((link) => link.spec).map(kept),
    reading: { struck, topics, hedges, covered, asksForEstimate },
    noticed: notice(message.text, message.role, library),
    print: "",
  };
}

/** An address says which spec it is, and is not opened again; people put whole searches into one. */
function kept({ url, label, ...link }: Link): Link {
  return { ...link, url: compared(url), ...(label !== undefined && { label: shorten(label) }) };
}
