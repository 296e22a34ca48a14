import { clockTime, momentOf } from "./moments.ts";
import { Markup } from "./formatted.tsx";
import { Panel } from "./panel.tsx";
import { messagesIn, nameOf, useStage } from "./stage.ts";
import type { Message, Snapshot, Trace } from "../wire.ts";

/** The drawer: what was read in a message (or lately in the channel), what was chosen and why, and why nothing was said. */
export function TracePanel({ channel, about }: { readonly channel: string; readonly about: string }) {
  const { snapshot, go } = useStage();
  const traces = snapshot.traces.filter(
    (trace) => trace.channel === channel && (about === "all" || trace.ts === about),
  );
  const message = messagesIn(snapshot, channel).find((each) => each.ts === about);
  return (
    <Panel title="What was read, and why" closing="Close the drawer" onClose={() => go({ trace: undefined })}>
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
    </Panel>
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
          <span>{trace.step}</span> <time>{clockTime(trace.at || momentOf(trace.ts), reader.zone)}</time>
        </h3>
        <dl>
          {trace.lines.map((line, index) => (
            <div key={index}>
              <dt>{named(line.label, snapshot)}</dt>
              <dd>{named(line.text, snapshot)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** Ids as names: the drawer is for people. */
function named(text: string, snapshot: Snapshot): string {
  return text.replaceAll(/\b[UC][A-Z0-9]{3,}\b/g, (id) => {
    const channel = snapshot.channels.find((each) => each.id === id);
    return channel === undefined ? nameOf(snapshot, id) : `#${channel.name}`;
  });
}
