import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameOfKey, SealError, sealWith } from "../../src/store/seal.ts";

const OLD = Buffer.alloc(32, "old");
const NEW = Buffer.alloc(32, "new");
const seal = sealWith([NEW]);

describe("what is sealed", () => {
  test("opens again, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, purpose) => {
        expect(seal.open(seal.close(text, purpose), purpose)).toBe(text);
      }),
    );
  });

  test("shows nothing of the text or the key, and is another one each time", () => {
    const sealed = seal.close("xoxb-planted", "T1");
    expect(sealed).toMatch(/^a1\.[0-9a-f]{8}\.[\w-]+$/);
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("planted");
    expect(seal.close("xoxb-planted", "T1")).not.toBe(sealed);
    expect(sealed).not.toContain(NEW.toString("hex").slice(0, 8));
  });

  test("opens for its own purpose alone", () => {
    expect(() => seal.open(seal.close("a", "installation of T1"), "installation of T2")).toThrow(SealError);
  });

  test("does not open once a single bit of it is another", () => {
    const [form, name, body = ""] = seal.close("xoxb-planted", "T1").split(".");
    const bytes = Buffer.from(body, "base64url");
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => seal.open(`${form}.${name}.${forged.toString("base64url")}`, "T1")).toThrow(SealError);
    }
  });

  test.each(["", "a1", "a1..", `a1.${nameOfKey(NEW)}.`, `a1.${nameOfKey(NEW)}.AAAA`, "b2.x.y", "xoxb-1-2-3"])(
    "what was never sealed does not open: %j",
    (text) => {
      expect(() => seal.open(text, "T1")).toThrow(SealError);
    },
  );

  test("a tag cut short does not open", () => {
    const sealed = seal.close("xoxb-planted", "T1");
    for (const cut of [1, 4, 8, 12, 20]) {
      expect(() => seal.open(sealed.slice(0, -cut), "T1")).toThrow(SealError);
    }
  });
});

describe("keys come and go", () => {
  const old = sealWith([OLD]).close("a", "T1");
  test("what an older key sealed opens while that key is named, and is known as old", () => {
    const both = sealWith([NEW, OLD]);
    expect(both.open(old, "T1")).toBe("a");
    expect([both.isOld(old), both.isForeign(old)]).toEqual([true, false]);
    const anew = both.close("a", "T1");
    expect([both.isOld(anew), seal.open(anew, "T1")]).toEqual([false, "a"]);
  });
  test("without it, the error says what to do and shows no key", () => {
    expect(seal.isForeign(old)).toBe(true);
    expect(() => seal.open(old, "T1")).toThrow(/a key that ENCRYPTION_KEY does not name. Put that key back/);
  });
});
