import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";
import { teamWords } from "../../src/reading/team-words.ts";
import { readSettings, SettingsError } from "../../src/settings.ts";
import { HOSTILE_TEXT, hostile, SEEDED } from "./values.ts";

const NAMES = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "ENCRYPTION_KEY",
  "SLACK_API_URL",
  "PORT",
  "METRICS_PORT",
  "REDIS_URL",
  "ASKWHY_DATA_DIR",
  "ASKWHY_TEMPLATES_DIR",
  "ASKWHY_WORDS",
  "ASKWHY_LEADS",
  "QUIET_SECONDS",
  "REPLY_QUIET_SECONDS",
  "RETENTION_DAYS",
  "LOG_LEVEL",
  "__proto__",
  "constructor",
  "UNKNOWN",
];

describe("settings", () => {
  const value = fc.oneof(
    fc.constantFrom(
      ...HOSTILE_TEXT,
      "xoxb-planted-1",
      "xapp-planted-1",
      "redis://user:planted@host:99999",
      "http://",
      "3000",
      "-3",
      "0x10",
    ),
    fc.string({ maxLength: 60 }),
  );

  test("of any kind are taken, or refused with a list that repeats none of their values", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), value), (env) => {
        try {
          expect(readSettings(env)).toHaveProperty("port");
        } catch (error) {
          expect(error).toBeInstanceOf(SettingsError);
          const { problems, message } = error as SettingsError;
          expect(problems.length).toBeGreaterThan(0);
          for (const problem of problems) expect(problem).toMatch(/^[A-Z][A-Z_, ]+(?: and [A-Z_]+)*:? \S/);
          expect(message).not.toContain("planted");
        }
      }),
      { ...SEEDED, numRuns: 1500 },
    );
  });
});

describe("a file of the team's own words", () => {
  const keys = [
    "sprint_days",
    "hours_in_day",
    "spec_hosts",
    "sizes",
    "units",
    "environments",
    "releases",
    "x",
  ];
  const line = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...keys),
        fc.oneof(
          fc.string({ maxLength: 30 }),
          fc.constantFrom(
            "[a, b]",
            "{ L: [elephant] }",
            "{ cycle: 30 }",
            "&a [*a]",
            "*a",
            "!!binary x",
            "!!js/function 'x'",
            ".inf",
            "-1",
            "~",
            "|",
            "? [a]",
            "{__proto__: 3}",
            "{constructor: 3}",
            "[moon, '(a+)+$']",
          ),
        ),
      )
      .map(([key, text]) => `${key}: ${text}`),
    fc.constantFrom(
      "<<: *a",
      "---",
      "...",
      "%YAML 9.9",
      "\t- x",
      "  - y",
      "# c",
      "__proto__: { polluted: 1 }",
      "- - - -",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
  );
  const file = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
  /** Nine times the line before, nine times over: a few hundred characters that would fill the memory. */
  const laughs = Array.from({ length: 9 }, (_, n) => {
    const items = Array.from({ length: 9 }, () => (n === 0 ? "x" : `*a${n - 1}`));
    return `a${n}: &a${n} [${items.join(", ")}]`;
  }).join("\n");

  test("is taken or refused with its place, and reading goes on with what was taken", () => {
    fc.assert(
      fc.property(file, (text) => {
        const words = teamWords(text);
        if ("error" in words) {
          const lines = text.split("\n").length;
          expect(words.error.line).toBeGreaterThanOrEqual(1);
          expect(words.error.line).toBeLessThanOrEqual(lines + 1);
          expect(words.error.message).not.toBe("");
        } else {
          expect(
            read("checkout takes about 3 weeks", { manner: words.manner }).estimates.length,
          ).toBeLessThan(3);
        }
        expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      }),
      { ...SEEDED, numRuns: 1500 },
    );
  });

  test("that doubles itself again and again is refused", () => {
    expect(teamWords(laughs)).toHaveProperty("error");
  });
});

describe("messages of any kind", () => {
  test("are read without a fault, and quote only what they say", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ...HOSTILE_TEXT,
              "3 weeks",
              "by friday",
              "<https://docs.google.com/document/d/1|spec>",
            ),
            fc.string({ unit: "binary", maxLength: 60 }),
          ),
          { maxLength: 6 },
        ),
        hostile,
        (pieces, before) => {
          const text = pieces.join(" ");
          const found = read(text, typeof before === "string" ? { before } : {});
          for (const { quote, at } of [...found.estimates, ...found.struck])
            expect(text.slice(at, at + quote.length)).toBe(quote);
        },
      ),
      { ...SEEDED, numRuns: 60 },
    );
  });
});
