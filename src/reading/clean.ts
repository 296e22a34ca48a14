/** Slack markup to plain lower-case text of the same length, so that positions point home. */
export function clean(text: string): string {
  return text.toLowerCase();
}
