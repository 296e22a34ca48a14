/** What somebody said in an example, by their role. */
export type Said = { readonly from: string; readonly text: string };

const SPEAKER = /^(pm|eng|lead|other): ?(.*)$/;

/**
 * An example as a thread. Plain text is one message of an engineer; for several messages, every line begins with who
 * speaks: `pm:`, `eng:`, `lead:` or `other:`.
 */
export function exampleThread(example: string): Said[] {
  return speakers(example) ?? [{ from: "eng", text: example.trim() }];
}

/** An example reply: each line is a message of its own, by an engineer unless it begins with who speaks. */
export function exampleReplies(example: string): Said[] {
  return linesOf(example).map((line) => {
    const [, from = "eng", text = line] = SPEAKER.exec(line) ?? [];
    return { from, text };
  });
}

function speakers(example: string): Said[] | undefined {
  const said = linesOf(example).map((line) => SPEAKER.exec(line));
  if (said.length === 0 || said.some((match) => !match)) return undefined;
  return said.map((match) => ({ from: match?.[1] ?? "eng", text: match?.[2] ?? "" }));
}

function linesOf(example: string): string[] {
  return example
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
