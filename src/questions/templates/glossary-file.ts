import * as z from "zod";
import type { Glossary, Term } from "../glossary.ts";
import type { Problem } from "../problem.ts";
import { refusals } from "./refuse.ts";
import { parseYaml, type Source, type Yaml } from "./yaml.ts";

const termSchema = z.strictObject({
  term: z.string().min(1).describe("The term as it is usually written."),
  also: z.array(z.string().min(1)).default([]).describe("Other spellings."),
  means: z.string().min(1).describe("What it means, in one plain sentence."),
});
const glossarySchema = z.array(termSchema);

/** Understands a glossary.yaml: a list of terms. */
export function readGlossary(source: Source): { terms: Glossary; problems: readonly Problem[] } {
  const yaml = parseYaml(source);
  if (!("data" in yaml)) return { terms: [], problems: [yaml] };
  const parsed = glossarySchema.safeParse(yaml.data);
  if (!parsed.success) return { terms: [], problems: refusals(parsed.error.issues, yaml, glossarySchema) };
  return { terms: parsed.data, problems: termsTwice(parsed.data, yaml) };
}

/** The later one would silently win. */
function termsTwice(terms: Glossary, yaml: Yaml): Problem[] {
  return terms.flatMap(({ term }, at) => {
    const first = terms.findIndex((other) => other.term.toLowerCase() === term.toLowerCase());
    if (first === at) return [];
    return [
      yaml.problem([at, "term"], `'${term}' stands here twice`, { allowed: "one entry for each term" }),
    ];
  });
}

/** One glossary over another: the same term is replaced. */
export function layGlossary(below: Glossary, above: Glossary): Glossary {
  const terms = new Map<string, Term>(below.map((term) => [term.term.toLowerCase(), term]));
  for (const term of above) terms.set(term.term.toLowerCase(), term);
  return [...terms.values()];
}
