import { createHash } from "node:crypto";
import { read } from "../reading/read.ts";
import type { Manner } from "../reading/reading.ts";
import type { Line, Role, Ts } from "../threads/thread.ts";
import type { Library } from "./library.ts";
import { notice } from "./notice.ts";

/** One message as a thread remembers it: reads it and notes what the templates see. `before` is the text of the message before it. */
export function lineOf(
  message: { readonly ts: Ts; readonly user: string; readonly role: Role; readonly text: string },
  before: string | undefined,
  library: Library,
  manner?: Manner,
): Line {
  const context = {
    ...(before === undefined ? {} : { before }),
    ...(manner === undefined ? {} : { manner }),
  };
  const reading = read(message.text, context);
  const { struck, topics, hedges, covered, asksForEstimate } = reading;
  return {
    ts: message.ts,
    user: message.user,
    role: message.role,
    estimates: reading.estimates,
    specs: reading.links.filter((link) => link.spec),
    reading: { struck, topics, hedges, covered, asksForEstimate },
    noticed: notice(message.text, reading, library),
    print: createHash("sha256").update(message.text).digest("base64url").slice(0, 16),
  };
}
