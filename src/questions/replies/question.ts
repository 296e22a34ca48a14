import type { Template } from "../template.ts";

/** A question as a verdict needs it: its template's id, the words it was asked in, and what counts as an answer. */
export type Posed = { readonly id: string; readonly text: string; readonly form: Template["form"] };
