import type { Reading, ReadingContext } from "./reading.ts";

const NOTHING: Reading = {
  estimates: [],
  links: [],
  struck: [],
  topics: [],
  hedges: [],
  covered: [],
  asksForEstimate: false,
};

/** What one message says. Pure; never throws, whatever the text. */
export function read(_text: string, _context: ReadingContext = {}): Reading {
  return NOTHING;
}
