import { useState, type ReactNode } from "react";
import type { Surface } from "../wire.ts";
import { filledIn, FormContext, type Form } from "./blocks/form.ts";
import { useStage } from "./stage.ts";

type Props = {
  readonly surface: Surface;
  readonly children: ReactNode;
};

/** Makes the blocks inside pressable, with a message or Home as the place of the press. */
export function FormSurface({ surface, children }: Props) {
  return <FormContext value={useFormOn(surface, {})}>{children}</FormContext>;
}

/** The fields of one surface, empty at first, and presses on it. */
export function useFormOn(surface: Surface, errors: Form["errors"]): Form {
  const { act } = useStage();
  const [fields, setFields] = useState<Form["fields"]>({});
  return {
    fields,
    errors,
    fill: (block, action, filled) => setFields((now) => filledIn(now, block, action, filled)),
    async press(block, action, chosen) {
      const what = chosen === undefined ? {} : { chosen };
      await act({ do: "press", surface, block, action, fields, ...what });
    },
  };
}
