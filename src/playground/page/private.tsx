/** Marks what nobody but the reader can see. The same words everywhere. */
export function Private({ words = "Only you can see this" }: { readonly words?: string }) {
  return (
    <span className="private-mark">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 7V5a3 3 0 0 1 6 0v2h.5A1.5 1.5 0 0 1 13 8.500v4A1.500 1.500 0 0 1 11.500 14h-7A1.500 1.500 0 0 1 3 12.500v-4A1.500 1.500 0 0 1 4.500 7zm1.500 0h3V5a1.500 1.500 0 0 0-3 0z" />
      </svg>
      {words}
    </span>
  );
}
