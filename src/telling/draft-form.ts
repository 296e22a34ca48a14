import { type Form, LONGEST_FIELD } from "./note.ts";

/** For an engineer who wants to see the questions before they are asked. */
export function draftForm(): Form {
  return {
    title: "What would I be asked?",
    submit: "Show me",
    press: { do: "draft", about: {} },
    parts: [
      {
        kind: "small",
        words:
          "Seen by you alone; nothing of it is kept. The questions come as a direct message from Askwhy.",
      },
    ],
    fields: [
      {
        kind: "text",
        name: "text",
        label: "Your estimate or draft",
        hint: "For example: checkout on the new gateway, about 3 weeks",
        lines: "many",
        max: LONGEST_FIELD,
      },
    ],
  };
}
