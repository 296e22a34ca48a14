import type { Manner } from "../reading/reading.ts";
import type { Line, Role, Ts } from "../threads/thread.ts";
import type { Library } from "./library.ts";

/** One message as a thread remembers it: reads it and notes what the templates see. `before` is the text of the message before it. */
export function lineOf(
  message: { readonly ts: Ts; readonly user: string; readonly role: Role; readonly text: string },
  _before: string | undefined,
  _library: Library,
  _manner?: Manner,
): Line {
  return {
    ts: message.ts,
    user: message.user,
    role: message.role,
    estimates: [],
    specs: [],
    reading: { struck: [], topics: [], hedges: [], covered: [], asksForEstimate: false },
    noticed: { cues: [], covered: [], notAbout: [], signs: [] },
    print: "",
  };
}
