import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A whole question as an eng lead might write it. */
export const OFFLINE = `id: offline-mode
owner: Priya
ask: What works without a connection once {estimate} is spent?
again: Which one screen has to work on the train?
form: open
family: offline-mode
why: Field staff lose their signal several times a day.
good: Reading works, writing waits until the signal is back.
weak: It depends.
when:
  about: [duration, points]
  cues: [offline, field staff, "sync "]
unless:
  covered: [online only]
  not_about: [server]
examples:
  ask: [3 weeks for the offline mode]
  quiet: [who is in for lunch?]
replies:
  answered: [reading works offline and writing waits]
  non-answer: [it depends]
`;

/** The sample with one line replaced, or taken out. */
export function offlineWith(line: string, instead = ""): string {
  if (!OFFLINE.includes(`${line}\n`)) throw new Error(`the sample has no line '${line}'`);
  return OFFLINE.replace(`${line}\n`, instead === "" ? "" : `${instead}\n`);
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, which goes when the tests of the file are done. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "askwhy-templates-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
