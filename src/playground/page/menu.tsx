import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

export type MenuItem = {
  readonly label: string;
  readonly hint?: string;
  readonly danger?: true;
  readonly act: () => void;
};

type MenuProps = {
  /** What the button is called. */
  readonly label: string;
  readonly face: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  /** Which edge of the button the list keeps to. */
  readonly edge?: "left" | "right";
};

/** A button with a list of things to do behind it: arrows move, Escape and a click elsewhere close. */
export function Menu({ label, face, items, className = "quiet", edge = "right" }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span
      className="menu"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && <MenuList id={id} label={label} items={items} edge={edge} onClose={close} />}
    </span>
  );
}

type MenuListProps = Required<Pick<MenuProps, "label" | "items" | "edge">> & {
  readonly id: string;
  readonly onClose: () => void;
};

function MenuList({ id, label, items, edge, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
    list.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      className={`menu-list ${edge}`}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Tab") {
          event.stopPropagation();
          event.preventDefault();
          onClose();
        } else move(event);
      }}
    >
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={item.danger ? "danger" : undefined}
          onClick={() => {
            onClose();
            item.act();
          }}
        >
          {item.label}
          {item.hint !== undefined && <small>{item.hint}</small>}
        </button>
      ))}
    </div>
  );
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
