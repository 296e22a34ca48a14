import { describe, expect, test } from "vitest";
import { DAY, ESTIMATE, everythingKept, kept, MINUTE, planning, suggested, wordsOf } from "./scenes.ts";
import { pressOf, PRIYA, SAM } from "./village.ts";

describe("what is kept", () => {
  test("holds no words but the quote, the question and the deciding sentence", async () => {
    const here = await planning();
    const root = await here.say(PRIYA, "the walnut launch: how long for checkout with the migration?");
    await here.say(SAM, "let me think about the zebra part, the api contract is unclear", root.ts);
    await here.say(SAM, `first line about pelicans\n${ESTIMATE}\nlast line about hazelnuts`, root.ts);
    await here.pass(MINUTE);
    const note = here.to(PRIYA).at(-1)?.note;
    await here.press(PRIYA, pressOf(note, "Ask in thread"));
    const form = here.to(PRIYA).at(-1)?.form;
    if (form?.press)
      await here.press(PRIYA, form.press, { text: "Does that include testing it end to end?" });
    await here.pass(5);
    await here.say(SAM, "who is in for lunch at the flamingo place", root.ts);
    await here.say(SAM, "Should be fine. The raccoon said hello.", root.ts);
    await here.pass(3 * MINUTE);
    await here.invoke(PRIYA, "3 weeks for the ostrich api");
    await here.press(PRIYA, { do: "draft", about: {} }, { text: "5 weeks for the badger api" });
    const all = await everythingKept(here);
    expect(all).toContain(ESTIMATE);
    expect(all.toLowerCase()).toContain("should be fine");
    for (const word of ["walnut", "zebra", "pelican", "hazelnut", "flamingo", "raccoon", "ostrich", "badger"])
      expect(all).not.toContain(word);
  });

  test("no string of anybody's is longer than 280 characters", async () => {
    const here = await planning();
    const long = "and so on with the migration of the api and the vendor ".repeat(60);
    const message = await here.say(SAM, `${ESTIMATE} ${long}`);
    await here.pass(MINUTE);
    await here.press(PRIYA, pressOf(here.to(PRIYA).at(-1)?.note, "Ask in thread"));
    const form = here.to(PRIYA).at(-1)?.form;
    if (form?.press) await here.press(PRIYA, form.press, { text: `Is it in? ${long}` });
    await here.pass(5);
    await here.say(SAM, `yes ${long}`, message.ts);
    await here.pass(3 * MINUTE);
    const lengths = [...(await everythingKept(here)).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
      ([, text = ""]) => text.length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(280);
  });

  const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(" ");
  test.each([
    ["the label of a link", `<https://docs.google.com/document/d/abc|${words(400)}> about 3 weeks`],
    ["its address", `<https://docs.google.com/document/d/${"q".repeat(5000)}> about 3 weeks`],
    [
      "many addresses",
      Array.from({ length: 60 }, (_, n) => `<https://docs.google.com/document/d/${n}>`).join(" "),
    ],
    ["what is left out", `3 weeks for the api, not including ${words(400)}`],
    ["what it hangs on", `3 weeks if ${words(400)} is ready`],
    ["what it is for", `the ${words(400)} takes about 3 weeks`],
    ["what it is not", `${"took them 3 weeks last year. ".repeat(400)} about 5 weeks`],
  ])("no more than 280 characters of %s", async (_what, text) => {
    const here = await planning();
    await here.say(SAM, text);
    await here.pass(2 * MINUTE);
    const strings = [...(await everythingKept(here)).matchAll(/"((?:[^"\\]|\\.)*)"/g)];
    expect(Math.max(...strings.map(([, one = ""]) => one.length))).toBeLessThanOrEqual(280);
  });

  test("a long address is still told from another one, and is the same when it is given again", async () => {
    const here = await planning();
    const spec = (end: string) => `<https://docs.google.com/document/d/${"q".repeat(400)}${end}>`;
    const root = await here.say(SAM, `the spec is ${spec("1")}`);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA)).toHaveLength(1);
    await here.say(SAM, `once more: ${spec("1")}`, root.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA)).toHaveLength(1);
    await here.say(SAM, `and now ${spec("2")}`, root.ts);
    await here.pass(2 * MINUTE);
    expect(here.to(PRIYA)).toHaveLength(2);
  });

  test("goes after the days of retention, also where the thread lives on", async () => {
    const here = await planning();
    const { message } = await suggested(here);
    for (let week = 0; week < 6; week += 1) {
      await here.pass(7 * DAY);
      await here.say(SAM, `part ${week} of the export api: ${week + 4} weeks`, message.ts);
    }
    const thread = wordsOf(await kept(here, message.ts));
    expect(thread).toContain("part 5");
    expect(thread).not.toContain("new gateway");
    expect(thread).not.toContain("part 0");
  });
});
