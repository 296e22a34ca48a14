import { parseCue } from "../cue.ts";
import type { Problem } from "../problem.ts";
import type { Template } from "../template.ts";
import { eachWith, wordsOf } from "./sense.ts";
import type { TemplateFile } from "./template-file.ts";

/**
 * Endings of words that are mostly something people do: "purge" and "migrate" go on as "purging" and "migrating". Things
 * that end in "e" ("warehouse") hardly ever do, and are left alone.
 */
const DOING = /(?:[^aeiou][aeiu]te|[iy][sz]e|[^aeiou]ge|ve|duce|lace|ude|ache|name|edule)$/;
/** What is left without the "e" of a shorter word begins too many others: "dat". */
const SHORTEST = 5;

/** Cues that lose a silent "e" where the word goes on in "-ing", and so do not hear it. */
export function silentE(files: readonly TemplateFile[], known: readonly Template[]): Problem[] {
  return eachWith(files, known, ({ data, yaml }, { when }) =>
    wordsOf(data).flatMap(({ list, path, text }) => {
      const cue = parseCue(text);
      if (list !== "when.cues" || cue.kind !== "start" || cue.ends) return [];
      const { word } = cue;
      const stem = word.slice(0, -1);
      if (word.length < SHORTEST || !DOING.test(word) || when.cues.some(hears(`${stem}ing`))) return [];
      return [
        yaml.problem(path, `'${word}' hears ${word}, ${word}s, ${word}d, not ${stem}ing`, {
          allowed: `write "${stem}" to hear them all`,
          mild: true,
        }),
      ];
    }),
  );
}

const hears = (word: string) => (entry: string) => {
  const cue = parseCue(entry);
  return cue.kind === "start" && (cue.ends ? word === cue.word : word.startsWith(cue.word));
};
