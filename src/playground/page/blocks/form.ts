import { createContext, use } from "react";
import type { Fields, Filled } from "../../wire.ts";

/** What stands in the fields of one message, Home or modal, and what a press there does. */
export type Form = {
  readonly fields: Fields;
  readonly errors: Readonly<Record<string, string>>;
  readonly fill: (block: string, action: string, filled: Filled) => void;
  /** Resolves once the press was answered. */
  readonly press: (block: string, action: string, chosen?: Filled) => Promise<void>;
};

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = use(FormContext);
  if (form === undefined) throw new Error("outside a form");
  return form;
}

export function filledIn(fields: Fields, block: string, action: string, filled: Filled): Fields {
  return { ...fields, [block]: { ...fields[block], [action]: filled } };
}
