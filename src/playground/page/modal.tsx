import { useEffect, useRef, useState, type RefObject } from "react";
import type { KnownBlock } from "@slack/types";
import type { Modal } from "../wire.ts";
import { Blocks } from "./blocks/blocks.tsx";
import { FormContext } from "./blocks/form.ts";
import { useFormOn } from "./form-surface.tsx";
import { Private } from "./private.tsx";
import { useStage } from "./stage.ts";

/** The bot's modal, as a dialog of the browser's own: it keeps the focus, and Escape closes it. */
export function ModalDialog({ modal }: { readonly modal: Modal }) {
  const { act } = useStage();
  const dialog = useRef<HTMLDialogElement>(null);
  useShown(dialog);
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
      <ModalForm modal={modal} />
    </dialog>
  );
}

/** Opens the dialog with the focus on its first field, and gives the focus back afterwards. */
function useShown(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const back = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("textarea, input, select")?.focus();
    return () => {
      if (back instanceof HTMLElement) back.focus();
    };
  }, [dialog]);
}

function ModalForm({ modal: { id, view, errors } }: { readonly modal: Modal }) {
  const { act } = useStage();
  const form = useFormOn({ on: "modal", id }, errors);
  const [busy, setBusy] = useState(false);
  if (view.type !== "modal") return null;
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    await act({ do: "submit", id, fields: form.fields });
    setBusy(false);
  };
  return (
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
      <FormContext value={form}>
        <Blocks blocks={view.blocks as readonly KnownBlock[]} />
      </FormContext>
      <footer>
        <button type="button" className="button" onClick={() => void act({ do: "close", id })}>
          {view.close?.text ?? "Cancel"}
        </button>
        {view.submit !== undefined && (
          <button type="submit" className="button primary" aria-busy={busy}>
            {view.submit.text}
          </button>
        )}
      </footer>
    </form>
  );
}
