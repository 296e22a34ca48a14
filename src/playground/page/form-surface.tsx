import { useState, type ReactNode } from "react";
import { filledIn, FormContext } from "./blocks/form.ts";
import { useStage } from "./stage.ts";
import type { Fields, Surface } from "../wire.ts";

type Props = {
  readonly surface: Surface;
  readonly children: ReactNode;
};

/** Makes the blocks inside pressable, with a message or Home as the place of the press. */
export function FormSurface({ surface, children }: Props) {
  const { act } = useStage();
  const [fields, setFields] = useState<Fields>({});
  return (
    <FormContext
      value={{
        fields,
        errors: {},
        fill: (block, action, filled) => setFields((now) => filledIn(now, block, action, filled)),
        press: async (block, action, chosen) => {
          await act({
            do: "press",
            surface,
            block,
            action,
            fields,
            ...(chosen === undefined ? {} : { chosen }),
          });
        },
      }}
    >
      {children}
    </FormContext>
  );
}
