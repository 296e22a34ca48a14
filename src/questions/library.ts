import type { Template } from "./template.ts";

/** The question templates, compiled once so that choosing costs the same however many there are. */
export type Library = {
  readonly templates: readonly Template[];
  readonly byId: ReadonlyMap<string, Template>;
};

/** Compiles templates into a library. Templates that are switched off stay known by id but are never chosen. */
export function compile(templates: readonly Template[]): Library {
  return { templates, byId: new Map(templates.map((template) => [template.id, template])) };
}
