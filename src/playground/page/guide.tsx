import { useState } from "react";
import { BOXES, focusOn } from "./composer.tsx";
import { messagesIn, useStage, type Stage } from "./stage.ts";

/** The story in three steps, told until it has been played or put away. */
const FIRST_WORDS = "checkout on the new gateway, about 3 weeks";
const PUT_AWAY = "askwhy-first-steps-put-away";

type StepFacts = {
  readonly done: boolean;
  readonly words: string;
  readonly button?: string;
  readonly act?: () => void;
};

export function Guide({ setDraft }: { readonly setDraft: (text: string) => void }) {
  const stage = useStage();
  const [hidden, setHidden] = useState(() => localStorage.getItem(PUT_AWAY) === "yes");
  if (hidden) return null;
  const steps = stepsOf(stage, setDraft);
  const next = steps.findIndex((step) => !step.done);
  const putAway = () => {
    localStorage.setItem(PUT_AWAY, "yes");
    setHidden(true);
  };
  return (
    <section className="guide" aria-label="First steps">
      <h2>
        {next === -1
          ? "That is the story. There are more threads to play, /askwhy in the box below, and the next morning on the clock."
          : "An engineer says “about 3 weeks”. Askwhy shows the PM, and nobody else, what is worth asking."}
      </h2>
      <ol hidden={next === -1}>
        {steps.map((step, index) => (
          <li key={index} data-step={index + 1} className={step.done ? "done" : index === next ? "next" : ""}>
            <span>
              {step.done && <span className="unseen">Done: </span>}
              {step.words}
            </span>
            {step.button !== undefined && index === next && (
              <button type="button" className="button primary" onClick={step.act}>
                {step.button}
              </button>
            )}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="quiet"
        aria-label="Put the first steps away"
        title="Put away"
        onClick={putAway}
      >
        ✕
      </button>
    </section>
  );
}

function stepsOf(stage: Stage, setDraft: (text: string) => void): readonly StepFacts[] {
  const { snapshot, reader, go } = stage;
  const inside = snapshot.people.filter((person) => person.company === undefined);
  const engineer = inside.find((person) => person.title === "Engineer");
  const pm = inside.find((person) => person.title === "PM");
  const all = messagesIn(snapshot, stage.place.in);
  const said = all.find((message) => message.user === engineer?.id && message.notice !== true);
  const whispered =
    said !== undefined &&
    reader.id === pm?.id &&
    all.some((message) => message.private === true && message.ts > said.ts);
  const asked = all.find(
    (message) => message.user === snapshot.bot.id && message.private !== true && message.thread !== undefined,
  );
  const answered =
    asked !== undefined &&
    all.some(
      (message) => message.thread === asked.thread && message.user === engineer?.id && message.ts > asked.ts,
    );
  return [
    {
      done: said !== undefined,
      words: `As ${engineer?.name ?? "the engineer"}, say how long something takes.`,
      button: "Write it for me",
      act: () => {
        if (engineer !== undefined) go({ as: engineer.id });
        setDraft(FIRST_WORDS);
        focusOn(BOXES.channel);
      },
    },
    {
      done: asked !== undefined || whispered,
      words: `Become ${pm?.name ?? "the PM"}, and see (alone) what is worth asking.`,
      ...(reader.id === pm?.id ? {} : { button: `Become ${pm?.name ?? "the PM"}` }),
      act: () => {
        if (pm !== undefined) go({ as: pm.id });
      },
    },
    {
      done: answered,
      words: `Ask it in the thread, and reply as ${engineer?.name ?? "the engineer"}.`,
      ...(asked?.thread === undefined ? {} : { button: `Reply as ${engineer?.name ?? "the engineer"}` }),
      act: () => {
        if (engineer !== undefined) go({ as: engineer.id, thread: asked?.thread });
        focusOn(BOXES.thread);
      },
    },
  ];
}
