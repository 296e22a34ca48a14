import { useEffect, useRef, type ReactNode } from "react";
import { BOXES } from "./composer.tsx";

type Props = {
  readonly title: string;
  /** What the button that closes it is called. */
  readonly closing: string;
  readonly facts?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What opens beside the talk. It takes the focus, gives it back when it closes, and Escape closes it. */
export function Panel({ title, closing, facts, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus();
    return () => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost) setTimeout(() => focusBack(opener));
    };
  }, []);
  return (
    <aside
      ref={panel}
      className="side"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header className="pane-header">
        <h2>{title}</h2>
        {facts !== undefined && <span className="facts">{facts}</span>}
        <button type="button" className="quiet" aria-label={closing} title="Close" onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </aside>
  );
}

/** To what opened the panel, or to the message box where that is gone. */
function focusBack(opener: Element | null): void {
  const there = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  (there ? opener : document.getElementById(BOXES.channel))?.focus();
}
