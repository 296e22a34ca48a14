import { useEffect, useRef, useState } from "react";
import type { KnownBlock } from "@slack/types";
import { Blocks } from "./blocks/blocks.tsx";
import { filledIn, FormContext } from "./blocks/form.ts";
import { Private } from "./private.tsx";
import { useStage } from "./stage.ts";
import type { Fields, Modal } from "../wire.ts";

/** The bot's modal, as a dialog of the browser's own: it keeps the focus, and Escape closes it. */
export function ModalDialog({ modal }: { readonly modal: Modal }) {
  const { act } = useStage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [fields, setFields] = useState<Fields>({});
  const [busy, setBusy] = useState(false);
  const { view } = modal;
  useEffect(() => {
    const back = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("textarea, input, select")?.focus();
    return () => {
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  if (view.type !== "modal") return null;
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    await act({ do: "submit", id: modal.id, fields });
    setBusy(false);
  };
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        void act({ do: "close", id: modal.id });
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      >
        <header>
          <h2 id="modal-title">{view.title.text}</h2>
          <Private />
        </header>
        <FormContext
          value={{
            fields,
            errors: modal.errors,
            fill: (block, action, filled) => setFields((now) => filledIn(now, block, action, filled)),
            press: async (block, action, chosen) => {
              const surface = { on: "modal", id: modal.id } as const;
              const what = chosen === undefined ? {} : { chosen };
              await act({ do: "press", surface, block, action, fields, ...what });
            },
          }}
        >
          <Blocks blocks={view.blocks as readonly KnownBlock[]} />
        </FormContext>
        <footer>
          <button type="button" className="button" onClick={() => void act({ do: "close", id: modal.id })}>
            {view.close?.text ?? "Cancel"}
          </button>
          {view.submit !== undefined && (
            <button type="submit" className="button primary" aria-busy={busy}>
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
