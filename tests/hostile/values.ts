import fc from "fast-check";

/** Deeper than any parser of ours should follow. */
const deep = JSON.parse(`${"[".repeat(3000)}${"]".repeat(3000)}`) as unknown;
const prototypes = JSON.parse(
  '{"__proto__":{"planted":true},"constructor":{"prototype":{"planted":true}}}',
) as unknown;

/** Strings that break what was not made for them. */
export const HOSTILE_TEXT: readonly string[] = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udfffx",
  "\u202e3 weeks\u202c",
  "__proto__",
  "constructor",
  "toString",
  "<!channel> <@U0NOOR> <https://evil.test|click> `x` *b*",
  "3 weeks ".repeat(5000),
  "<".repeat(40_000),
  "x".repeat(100_000),
  "1e309",
  "-1",
  "NaN",
  "../../etc/passwd",
  "'; DROP TABLE x; --",
  "%00%ff",
  "{{constructor}}",
  "C0PLANNING/../x",
  "a/b/c",
];

/** Whatever may stand where something else was meant. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    0,
    -1,
    1e308,
    Number.NaN,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [[]],
    deep,
    prototypes,
  ),
  fc.constantFrom(...HOSTILE_TEXT),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

type Place = readonly (string | number)[];

/** Every place in a value, deep. */
function places(value: unknown, here: Place = []): Place[] {
  if (typeof value !== "object" || value === null || here.length > 8) return [here];
  return [here, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...here, name]))];
}

function put(value: unknown, [name, ...rest]: Place, wrong: unknown, cut: boolean): unknown {
  if (name === undefined) return wrong;
  if (Array.isArray(value))
    return value.flatMap((one, at) =>
      String(at) === name ? (cut && rest.length === 0 ? [] : [put(one, rest, wrong, cut)]) : [one],
    );
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([own, inner]) =>
      own === name ? (cut && rest.length === 0 ? [] : [[own, put(inner, rest, wrong, cut)]]) : [[own, inner]],
    ),
  );
}

/** One of these values with one to three places in it replaced by something hostile, or cut out. */
export function spoilt<T>(samples: readonly T[]): fc.Arbitrary<unknown> {
  const slip = fc.record({ at: fc.nat(), wrong: hostile, cut: fc.boolean() });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(slip, { minLength: 1, maxLength: 3 }))
    .map(([sample, slips]) =>
      slips.reduce<unknown>((value, { at, wrong, cut }) => {
        const all = places(value);
        return put(value, all[at % all.length] ?? [], wrong, cut);
      }, sample),
    );
}

/** The same on every run: what fails can be looked at again. */
export const SEEDED = { seed: 20_261_121 } as const;
