import { clockTime, momentOf } from "./moments.ts";
import { Markup } from "./formatted.tsx";
import { messagesIn, nameOf, useStage } from "./stage.ts";
import type { Message, Trace } from "../wire.ts";

/** The drawer: what was read in a message (or lately in the channel), what was chosen and why, and why nothing was said. */
export function TracePanel({ channel, about }: { readonly channel: string; readonly about: string }) {
  const { snapshot, go } = useStage();
  const traces = snapshot.traces.filter(
    (trace) => trace.channel === channel && (about === "all" || trace.ts === about),
  );
  const message = messagesIn(snapshot, channel).find((each) => each.ts === about);
  const close = () => go({ trace: undefined });
  return (
    <aside
      className="side trace"
      aria-label="What was read, and why"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header className="pane-header">
        <h2>What was read, and why</h2>
        <button type="button" className="quiet" aria-label="Close the drawer" title="Close" onClick={close}>
          ✕
        </button>
      </header>
      <p className="about">
        A look behind the scenes, for the playground alone: rules that can be read, nothing guessed.{" "}
        {about !== "all" && (
          <button type="button" className="as-link" onClick={() => go({ trace: "all" })}>
            Show the whole channel
          </button>
        )}
      </p>
      <div className="trace-list" tabIndex={0} role="region" aria-label="Steps">
        {message !== undefined && <Said message={message} />}
        {traces.length === 0 && (
          <p className="empty">
            Nothing yet. Askwhy reads only where it was invited, and only what is said after.
          </p>
        )}
        {traces.map((trace, index) => (
          <Step
            key={index}
            trace={trace}
            showMessage={about === "all" && trace.ts !== traces[index - 1]?.ts}
          />
        ))}
      </div>
    </aside>
  );
}

function Said({ message }: { readonly message: Message }) {
  const { snapshot } = useStage();
  return (
    <blockquote>
      <Markup text={message.text} /> — {nameOf(snapshot, message.user)}
    </blockquote>
  );
}

function Step({ trace, showMessage }: { readonly trace: Trace; readonly showMessage: boolean }) {
  const { snapshot, reader } = useStage();
  const message = messagesIn(snapshot, trace.channel).find((each) => each.ts === trace.ts);
  return (
    <>
      {showMessage && message !== undefined && <Said message={message} />}
      <section className="step">
        <h3>
          {trace.step} <time>{clockTime(trace.at || momentOf(trace.ts), reader.zone)}</time>
        </h3>
        <dl>
          {trace.lines.map((line, index) => (
            <div key={index}>
              <dt>{line.label}</dt>
              <dd>{line.text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
