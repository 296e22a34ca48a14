import type { Card, CardQuestion, Words } from "./card.ts";
import { estimatesOf, type WithUnit } from "./card-estimates.ts";
import type { Stated } from "../reading/reading.ts";
import { type Asked, isOpen, type Thread } from "./thread.ts";

/** Things of one kind on a card, the newest: a whole card still fits one message in Slack. */
const MOST_SHOWN = 6;

/** The estimate card of a thread for one reader, or undefined where no doer gave an estimate in it. */
export function makeCard(thread: Thread, reader: string, withUnit: WithUnit): Card | undefined {
  const { estimates, plus, also } = estimatesOf(thread, reader, withUnit);
  const [first, ...more] = estimates.slice(-MOST_SHOWN);
  if (first === undefined) return undefined;
  const posted = thread.asked.filter((asked) => asked.ts !== "");
  const own = posted.filter((asked) => asked.by === reader);
  const answered = own.filter((asked) => asked.verdict?.label === "answered");
  const open = own.filter((asked) => isOpenHere(asked, thread));
  const others = posted.filter((asked) => asked.by !== reader && !asked.id.endsWith("+"));
  return {
    ref: { team: thread.team, channel: thread.channel, root: thread.root },
    estimates: [first, ...more],
    plus,
    also,
    in: stated(thread, "in"),
    out: stated(thread, "out"),
    assumed: stated(thread, "assumed"),
    depends: stated(thread, "depends"),
    learned: answered.slice(-MOST_SHOWN).map((asked) => question(asked, thread)),
    open: open.slice(-MOST_SHOWN).map((asked) => question(asked, thread)),
    others: others.slice(-MOST_SHOWN).map(({ question: template, text, ts }) => ({
      question: template,
      text: questionIn(text),
      asked: ts,
    })),
    upTo: thread.lines.at(-1)?.ts ?? first.now.ts,
  };
}

/** Asked and not answered; neither laid to rest nor followed by a second try, which then stands for it. */
function isOpenHere(asked: Asked, thread: Thread): boolean {
  return isOpen(asked) && !thread.asked.some((other) => other.id === `${asked.id}+` && other.ts !== "");
}

function question(asked: Asked, thread: Thread): CardQuestion {
  const { id, question: template, ts, verdict } = asked;
  // A second try is worded for the engineer; what it was about, its first wording tells.
  const first = thread.asked.find((other) => other.id === id.replace(/\++$/, "")) ?? asked;
  const text = questionIn(first.text);
  const reply =
    verdict?.sentence === undefined || verdict.label === "unrelated"
      ? undefined
      : { quote: verdict.sentence, ts: verdict.ts ?? ts };
  return {
    question: template,
    text,
    asked: ts,
    ...(verdict && { label: verdict.label }),
    ...(reply && { reply }),
  };
}

/** Without what is said after the question: "Fine either way, I'd like to plan for the right thing." */
function questionIn(text: string): string {
  const end = text.lastIndexOf("?");
  return end === -1 ? text : text.slice(0, end + 1);
}

/** Each clause once, as it was last said. */
function stated(thread: Thread, how: Stated["how"]): Words[] {
  const said = new Map<string, Words>();
  for (const line of thread.lines) {
    for (const { how: is, quote } of line.stated ?? []) {
      if (is !== how) continue;
      const key = quote.toLowerCase();
      said.delete(key);
      said.set(key, { quote, ts: line.ts });
    }
  }
  return [...said.values()].slice(-MOST_SHOWN);
}
