import * as z from "zod";
import { templateSchema } from "../template.ts";

/**
 * A file that changes a question which lies below it: `extends` names the question, and every other key may be
 * left out. A list is replaced by a list, or changed by `{ add: […], remove: […] }`.
 */
export const changeSchema = (changed(templateSchema) as z.ZodObject).extend({
  extends: z
    .string()
    .min(1)
    .describe("The id of the question this file changes. Keys that are left out stay as they are there."),
});

/** The same keys, none of them required, and lists that may be changed instead of replaced. */
function changed(schema: z.ZodType): z.ZodType {
  const description = schema.description;
  const inner = bare(schema);
  const loose = ((): z.ZodType => {
    if (inner instanceof z.ZodObject)
      return z.strictObject(
        Object.fromEntries(
          Object.entries(inner.shape).map(([key, value]) => [key, changed(value as z.ZodType).optional()]),
        ),
      );
    if (inner instanceof z.ZodArray)
      return z.union([inner, z.strictObject({ add: inner.optional(), remove: inner.optional() })]);
    return inner;
  })();
  return description ? loose.describe(description) : loose;
}

/** What stands inside defaults and optionals. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return bare(schema.unwrap() as z.ZodType);
  return schema;
}

/** The schema of the value under a path, where there is one. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const inner = bare(schema);
  const [key, ...rest] = path;
  if (key === undefined) return inner;
  if (inner instanceof z.ZodObject) {
    const next = inner.shape[String(key)] as z.ZodType | undefined;
    return next && schemaAt(next, rest);
  }
  if (inner instanceof z.ZodArray) return schemaAt(inner.element as z.ZodType, rest);
  if (inner instanceof z.ZodUnion) {
    const [list, change] = inner.options as z.ZodType[];
    return schemaAt((typeof key === "number" ? list : change) as z.ZodType, path);
  }
  return undefined;
}

/** The keys that may stand under a path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  const inner = found instanceof z.ZodUnion ? found.options[1] : found;
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** The JSON Schema of a template file for editors: `extends` makes every other key optional. */
export function jsonSchema(): object {
  const { required, $schema, properties } = z.toJSONSchema(templateSchema, { io: "input" });
  const loose = z.toJSONSchema(changeSchema, { io: "input" });
  const requiredInside = Object.fromEntries(
    Object.entries(properties ?? {}).flatMap(([key, value]) =>
      typeof value === "object" && value.required ? [[key, { required: value.required }]] : [],
    ),
  );
  return {
    $schema,
    title: "A question template of Askwhy",
    type: "object",
    properties: loose.properties,
    additionalProperties: false,
    if: { not: { required: ["extends"] } },
    // oxlint-disable-next-line unicorn/no-thenable -- a key of JSON Schema
    then: { required, properties: requiredInside },
    else: { required: ["extends"] },
  };
}
