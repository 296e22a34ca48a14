import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SHIPPED_TEMPLATES } from "../../../src/folders.ts";
import { jsonSchema, keysAt } from "../../../src/questions/templates/file-schema.ts";
import { templateSchema } from "../../../src/questions/template.ts";

test("the published schema is in step: askwhy templates schema > question-templates/schema.json", () => {
  expect(JSON.parse(readFileSync(join(SHIPPED_TEMPLATES, "schema.json"), "utf8"))).toEqual(
    JSON.parse(JSON.stringify(jsonSchema())),
  );
});

test("without extends the usual keys are required, with it none but itself", () => {
  const schema = jsonSchema();
  expect(schema).toMatchObject({ additionalProperties: false, if: { not: { required: ["extends"] } } });
  expect(schema).toHaveProperty("then.required", expect.arrayContaining(["id", "ask", "when"]));
  expect(schema).toHaveProperty("then.properties.when.required", ["about"]);
  expect(schema).toHaveProperty("properties.extends.type", "string");
});

test.each([
  [[], ["id", "ask", "when", "examples"]],
  [["when"], ["about", "cues"]],
  [["when", "cues"], []],
  [["nothing"], []],
])("keys below %j", (path, keys) => {
  expect(keysAt(templateSchema, path)).toEqual(keys.length === 0 ? [] : expect.arrayContaining(keys));
});
