/** What somebody said in an example, by their role. */
export type Said = { readonly from: string; readonly text: string };

/** Who may speak in an example. */
export const SPEAKERS = ["pm", "eng", "lead", "other"] as const;
/** What is allowed, for those who wrote somebody else. */
export const WHO_MAY_SPEAK = `in a thread each line begins with ${SPEAKERS.map((who) => `${who}:`).join(", ")}`;
const SPEAKER = new RegExp(`^(${SPEAKERS.join("|")}): ?(.*)$`, "i");
/** "boss: …", "Priya: …"; not "https://…". */
const ANY_SPEAKER = /^([\p{L}][\p{L}\p{N}_-]*):(?!\/\/)/u;

/**
 * An example as a thread. Plain text is one message of an engineer; for several messages, every line begins with who
 * speaks: `pm:`, `eng:`, `lead:` or `other:`.
 */
export function exampleThread(example: string): Said[] {
  return speakers(example) ?? [{ from: "eng", text: example.trim() }];
}

/** Who begins a line of a thread and is no speaker an example may have: "boss" among lines of `pm:` and `eng:`. */
export function strangeSpeaker(example: string): string | undefined {
  const lines = linesOf(example);
  if (!lines.some((line) => SPEAKER.test(line))) return undefined;
  const strange = lines.find((line) => !SPEAKER.test(line) && ANY_SPEAKER.test(line));
  return strange && ANY_SPEAKER.exec(strange)?.[1];
}

/** An example reply: each line is a message of its own, by an engineer unless it begins with who speaks. */
export function exampleReplies(example: string): Said[] {
  return linesOf(example).map((line) => {
    const [, from = "eng", text = line] = SPEAKER.exec(line) ?? [];
    return { from: from.toLowerCase(), text };
  });
}

function speakers(example: string): Said[] | undefined {
  const said = linesOf(example).map((line) => SPEAKER.exec(line));
  if (said.length === 0 || said.some((match) => !match)) return undefined;
  return said.map((match) => ({ from: match?.[1]?.toLowerCase() ?? "eng", text: match?.[2] ?? "" }));
}

function linesOf(example: string): string[] {
  return example
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
