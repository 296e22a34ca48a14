import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Corrected, correctionsForm, correctionsYaml } from "../../src/telling/corrections-form.ts";

const one = (more: Partial<Corrected> = {}): Corrected => ({
  question: "integration-testing",
  text: "Does that include testing it end to end?",
  sentence: "should be fine",
  label: "non-answer",
  ...more,
});

test("what stands under a template's id can be pasted into that template", () => {
  const yaml = correctionsYaml(
    [one(), one({ sentence: `yes: "all" of it # really`, label: "answered" }), one({ question: "rollout" })],
    3000,
  );
  const [, first = "", second = ""] = yaml.split(/^# [a-z-]+$/m);
  expect(yaml.match(/^# [a-z-]+$/gm)).toEqual(["# integration-testing", "# rollout"]);
  expect(parse(first)).toEqual({
    replies: { answered: [`yes: "all" of it # really`], "non-answer": ["should be fine"] },
  });
  expect(parse(second)).toEqual({ replies: { "non-answer": ["should be fine"] } });
  expect(yaml).toContain("# to: Does that include testing it end to end?");
});

test("line breaks in a question stay in its comment", () => {
  expect(parse(correctionsYaml([one({ text: "one\nreplies: none" })], 3000))).toEqual({
    replies: { "non-answer": ["should be fine"] },
  });
});

test("what does not fit is left out whole", () => {
  const many = Array.from({ length: 60 }, (_, index) => one({ question: `question-${index}` }));
  const yaml = correctionsYaml(many, 3000);
  expect(yaml.length).toBeLessThanOrEqual(3000);
  expect(
    Object.keys(
      parse(
        yaml
          .split(/^# /m)
          .at(-1)
          ?.replace(/^\S+\n/, "") ?? "",
      ),
    ),
  ).toEqual(["replies"]);
  expect(correctionsForm(many).fields[0]).toMatchObject({ value: yaml });
});
