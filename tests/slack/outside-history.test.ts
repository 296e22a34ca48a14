import { beforeEach, describe, expect, test } from "vitest";
import { anew, clock, limited, PLACE, replies, slack, to } from "./answering-slack.ts";

beforeEach(anew);

describe("what was said", () => {
  const say = (ts: string, text: string, more: object = {}) => ({
    type: "message",
    user: "U0SAM",
    ts,
    text,
    ...more,
  });
  const root = "1700000002.000100";
  const ref = { ...PLACE, root };
  const texts = (messages: unknown) => (messages as { text: string }[]).map(({ text }) => text);

  test("in a thread, page by page, without bots", async () => {
    replies["conversations.replies"] = [
      {
        ok: true,
        messages: [
          say(root, "how long?", { thread_ts: root }),
          say("1700000003.000100", "3 weeks", { thread_ts: root }),
        ],
        response_metadata: { next_cursor: "two" },
      },
      {
        ok: true,
        messages: [
          say("1700000005.000100", "ok", { thread_ts: root }),
          say("1700000004.000100", "build passed", { bot_id: "B1", thread_ts: root }),
          { malformed: true },
        ],
      },
    ];
    const said = await slack().history(ref);
    expect(said).toMatchObject([{ ts: root }, { thread: root }, { thread: root }]);
    expect(texts(said)).toEqual(["how long?", "3 weeks", "ok"]);
    expect(to("conversations.history")).toEqual([]);
  });

  test("outside threads, around the message", async () => {
    replies["conversations.replies"] = [{ ok: true, messages: [say(root, "3 weeks")] }];
    replies["conversations.history"] = [
      { ok: true, messages: [say(root, "3 weeks"), say("1700000001.000100", "how long?")] },
      {
        ok: true,
        messages: [
          say("1700000003.000100", "thanks"),
          say("1700000004.000100", "aside", { thread_ts: "1690000000.000100" }),
        ],
      },
    ];
    expect(texts(await slack().history(ref))).toEqual(["how long?", "3 weeks", "thanks"]);
    expect(to("conversations.history")).toMatchObject([
      { latest: root, inclusive: "true" },
      { oldest: root },
    ]);
  });

  test.each(["missing_scope", "not_in_channel", "channel_not_found"])("%s is a refusal", async (error) => {
    replies["conversations.replies"] = [{ ok: false, error }];
    expect(await slack().history(ref)).toEqual({ accepted: false, reason: error });
  });

  test("the questions we posted in it for others, and nothing else we said", async () => {
    const own = (ts: string, text: string) =>
      say(ts, text, { thread_ts: root, user: "U0BOT", bot_id: "B0BOT" });
    replies["conversations.replies"] = [
      {
        ok: true,
        messages: [
          say(root, "<@U0PRIYA> asks: 3 weeks?"),
          own("1700000003.000100", "<@U0PRIYA> asks: Is testing &amp; rollout in?"),
          own("1700000004.000100", "something else"),
        ],
      },
    ];
    expect(await slack().posted(ref)).toEqual([
      { ts: "1700000003.000100", by: "U0PRIYA", text: "Is testing &amp; rollout in?" },
    ]);
    replies["conversations.replies"] = [{ ok: false, error: "missing_scope" }];
    expect(await slack().posted(ref)).toEqual({ accepted: false, reason: "missing_scope" });
  });

  test("lately, parents of threads alone, oldest first", async () => {
    replies["conversations.history"] = [
      {
        ok: true,
        messages: [
          say("1700000003.000100", "new"),
          say("1700000002.000100", "reply", { thread_ts: "1690000000.000100" }),
          say("1700000001.000100", "old"),
        ],
      },
    ];
    expect(texts(await slack().latest(PLACE))).toEqual(["old", "new"]);
  });

  test("a limit on history says when to come back", async () => {
    replies["conversations.replies"] = [limited(60)];
    await expect(slack().history(ref)).rejects.toMatchObject({ retryAt: clock.now + 60_000 });
  });
});
