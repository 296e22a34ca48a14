import { expect, test } from "vitest";
import { tryText } from "../../src/commands/try.ts";
import { compile } from "../../src/questions/library.ts";

const library = compile([]);
const wishes = { trace: false, json: true, manner: {} };

test("a typed \\n ends a line, as in templates try", () => {
  const typed = String.raw`pm: how long for the export?\neng: 3 weeks`;
  expect(tryText(typed, library, wishes)).toBe(tryText(typed.replace("\\n", "\n"), library, wishes));
});
