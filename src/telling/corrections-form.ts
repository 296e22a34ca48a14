import { LABELS, type Label } from "../threads/thread.ts";
import { type Form, LONGEST_FIELD } from "./note.ts";

/** A reply whose verdict a person put right. */
export type Corrected = {
  /** The template's id. */
  readonly question: string;
  readonly text: string;
  readonly sentence: string;
  readonly label: Label;
};

/** Corrected verdicts as `replies:` of question templates, to copy into their files. */
export function correctionsForm(corrected: readonly Corrected[]): Form {
  return {
    title: "Corrected verdicts",
    submit: "Done",
    press: { do: "copied", about: {} },
    parts: [
      {
        kind: "say",
        words:
          "Replies that I misjudged, as people put them right. Copy them into the template with that id: “askwhy templates test” then holds me to them.",
      },
    ],
    fields: [
      {
        kind: "text",
        name: "yaml",
        label: "As YAML",
        hint: "Real words from your channels: look them over, and leave out names before you publish them.",
        value: correctionsYaml(corrected, LONGEST_FIELD),
        lines: "many",
        optional: true,
      },
    ],
  };
}

/**
 * One block for each template id, its replies by what they amount to. Strings are written as JSON, which YAML reads as
 * they are. As many templates as `most` characters hold.
 */
export function correctionsYaml(corrected: readonly Corrected[], most: number): string {
  let yaml = "";
  for (const id of new Set(corrected.map(({ question }) => question))) {
    const block = templateBlock(
      id,
      corrected.filter(({ question }) => question === id),
    );
    if (yaml.length + block.length <= most) yaml += block;
  }
  return yaml.trimEnd();
}

function templateBlock(id: string, corrected: readonly Corrected[]): string {
  const lines = LABELS.flatMap((label) => {
    const replies = corrected.filter((one) => one.label === label);
    if (replies.length === 0) return [];
    return [
      `  ${label}:`,
      ...replies.map(({ sentence, text }) => `    - ${JSON.stringify(sentence)} # to: ${oneLine(text)}`),
    ];
  });
  return [`# ${id}`, "replies:", ...lines, "", ""].join("\n");
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ");
