import { afterEach, describe, expect, test, vi } from "vitest";
import type { Listener } from "../../src/telling/outside.ts";
import { envelopeOf, ESTIMATE } from "./street.ts";
import { closeAll, COMMAND, connect, gate, MESSAGE, SOCKET, story, street } from "./connected.ts";

afterEach(closeAll);

describe("over Socket Mode", () => {
  test("an event is acknowledged only after it was kept", async () => {
    const slack = await street();
    const keeping = gate();
    const begun = gate();
    const told = story(async () => {
      begun.open();
      await keeping.promise;
    });
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    const acknowledgement = slack.deliver({
      envelope_id: "e1",
      type: "events_api",
      payload: envelopeOf(ESTIMATE),
    });
    await begun.promise;
    expect(slack.acknowledged).toEqual([]);
    keeping.open();
    await acknowledgement;
    expect(slack.acknowledged).toEqual(["e1"]);
    expect(told.heard).toEqual([{ what: "said", message: MESSAGE }]);
  });

  test("an event that could not be kept is not acknowledged, and comes again", async () => {
    const slack = await street();
    let failures = 1;
    const told = story(async () => {
      if (failures-- > 0) throw new Error("the store is down");
    });
    const { slack: connection, lines } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    void slack.deliver({ envelope_id: "e1", type: "events_api", payload: envelopeOf(ESTIMATE) });
    await slack.deliver({ envelope_id: "again", type: "events_api", payload: envelopeOf(ESTIMATE) });
    expect(slack.acknowledged).toEqual(["again"]);
    expect(told.heard).toHaveLength(2);
    expect(lines.join("")).toContain("not kept, so not acknowledged");
    expect(lines.join("")).not.toContain("3 weeks");
  });

  test("a command is acknowledged at once and reaches the story", async () => {
    const slack = await street();
    const told = story();
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    await slack.deliver({ envelope_id: "c1", type: "slash_commands", payload: COMMAND });
    expect(told.invoked).toMatchObject([{ what: "command", text: "settings", handle: { user: "U0PRIYA" } }]);
  });

  const PRESS = {
    type: "block_actions",
    user: { id: "U0PRIYA" },
    team: { id: "T0ACME" },
    channel: { id: "C0PLAN" },
    actions: [{ action_id: "aw:1", type: "button", value: "not-useful?c=C0PLAN&r=1.1&o=1&q=2" }],
  };

  test("a press is acknowledged once the story has kept it, though it goes on, and only once", async () => {
    const slack = await street();
    const rest = gate();
    const pressed: Listener["pressed"] = async ({ kept }) => {
      expect(slack.acknowledged).toEqual([]);
      await kept?.();
      await rest.promise;
    };
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen({ ...story().listener, pressed });
    await slack.connected();
    await slack.deliver({ envelope_id: "p1", type: "interactive", payload: PRESS });
    rest.open();
    await connection.stop();
    expect(slack.acknowledged).toEqual(["p1"]);
  });

  test("a press that could not be kept is not acknowledged: whoever pressed sees so, and is told", async () => {
    const slack = await street();
    let failures = 1;
    const pressed: Listener["pressed"] = async () => {
      if (failures-- > 0) throw new Error("the store is down");
    };
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen({ ...story().listener, pressed });
    await slack.connected();
    void slack.deliver({ envelope_id: "p1", type: "interactive", payload: PRESS });
    await vi.waitFor(() => expect(slack.calls.map(({ method }) => method)).toContain("chat.postEphemeral"));
    await slack.deliver({ envelope_id: "again", type: "interactive", payload: PRESS });
    expect(slack.acknowledged).toEqual(["again"]);
  });

  test("what is malformed is dropped and acknowledged, so that it does not come again", async () => {
    const slack = await street();
    const told = story();
    const { slack: connection } = await connect(SOCKET, slack.api);
    await connection.listen(told.listener);
    await slack.connected();
    await slack.deliver({
      envelope_id: "e1",
      type: "events_api",
      payload: envelopeOf({ type: "message", ts: {} }),
    });
    await slack.deliver({
      envelope_id: "r1",
      type: "events_api",
      payload: { type: "app_rate_limited", event: {} },
    });
    expect(slack.acknowledged).toEqual(["e1", "r1"]);
    expect(told.heard).toEqual([]);
  });

  test("a refused app token says what to do", async () => {
    const slack = await street({ "apps.connections.open": () => ({ ok: false, error: "invalid_auth" }) });
    const { slack: connection } = await connect(SOCKET, slack.api);
    await expect(connection.listen(story().listener)).rejects.toThrow(
      /SLACK_APP_TOKEN must be an app-level token/,
    );
  });
});
