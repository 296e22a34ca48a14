import { useCallback, useEffect, useState } from "react";

const SHOWN_MS = 7_000;

/** Words at the foot of the page that go away by themselves. */
export function useToast(): { readonly words: string; readonly tell: (words: string) => void } {
  const [said, setSaid] = useState({ words: "", count: 0 });
  useEffect(() => {
    if (said.words === "") return undefined;
    const timer = setTimeout(() => setSaid(({ count }) => ({ words: "", count })), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const tell = useCallback((words: string) => setSaid(({ count }) => ({ words, count: count + 1 })), []);
  return { words: said.words, tell };
}

export function Toast({ words }: { readonly words: string }) {
  return (
    <div className="toast" role="status">
      {words !== "" && <p>{words}</p>}
    </div>
  );
}
