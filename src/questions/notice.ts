import type { Reading } from "../reading/reading.ts";
import type { Noticed } from "../threads/thread.ts";
import type { Library } from "./library.ts";

/** What the question templates see in one message. Its text is not kept, so everything choosing needs is noted here. */
export function notice(_text: string, _reading: Reading, _library: Library): Noticed {
  return { cues: [], covered: [], notAbout: [], signs: [] };
}
