import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import type { Message, Surface } from "../../src/playground/wire.ts";
import { actionsOf, fieldsOf, wordsOf } from "../end-to-end/acting.ts";
import type { Chance } from "./chance.ts";
import { CLEAR, type Clear, mustBeClear, questionWith } from "./clear-replies.ts";
import { ENGINEERS, type Place, type Written } from "./stream.ts";
import { amountIn, makeWords, wordIn } from "./words.ts";

/** A button that a PM pressed on what they were shown. */
export type Pressed = {
  readonly place: Place;
  readonly label: string;
  /** What the button carries: what it does, and about what. */
  readonly value: string;
  /** The suggestion in the channel it stood on, by whom it is for, its word and its number. */
  readonly about: string;
  readonly at: number;
  /** True once Slack was told that it arrived; false where the person saw an error. */
  acked?: boolean;
};

/** A form for a question, with the words that a PM put into it. */
export type Form = {
  readonly place: Place;
  /** The thread it asks in. */
  readonly root: string;
  /** The word that no other question has. */
  readonly word: string;
  /** What its submit does, and about what: equal for two forms on the same question. */
  readonly value: string;
  readonly submits: { readonly at: number; acked?: boolean }[];
};

/** How an engineer answers a question: beyond doubt. */
export type Reply = { readonly written: Written; readonly clear: Clear };

/** What PMs press, and how engineers answer what was asked. */
export type Presses = {
  readonly pressed: readonly Pressed[];
  readonly forms: readonly Form[];
  readonly replies: readonly Reply[];
  /** One more thing somebody does, if there is anything to do it to. */
  step(): void;
  /** Resolves once everybody knows whether their press arrived. */
  settled(): Promise<void>;
  readonly counts: Readonly<Record<string, number>>;
};

/** Suggestions and questions that somebody still looks at. */
const LATELY = 12;
/** How often somebody presses all the same where no bot is up. */
const ALL_THE_SAME = 0.1;
/** Things somebody would do, until there is something to do it to. */
const TRIES = 4;
/** How often somebody presses in Home what they could press in the channel. */
const AT_HOME = 0.2;

type World = {
  readonly places: readonly Place[];
  readonly written: readonly Written[];
  /** Whether a bot is there to take what is pressed. */
  readonly up: () => boolean;
};

export function makePresses(standIn: StandIn, { places, written, up }: World, chance: Chance): Presses {
  mustBeClear();
  const pressed: Pressed[] = [];
  const forms: Form[] = [];
  const replies: Reply[] = [];
  const open = new Set<Promise<void>>();
  const counts: Record<string, number> = {};
  const nextWord = makeWords("zqz");
  const questions = standingQuestions(standIn, forms);

  function keep(work: Promise<void>): void {
    open.add(work);
    void work.finally(() => open.delete(work));
  }

  function press(label: string): boolean {
    // Nobody reaches what is behind an open form.
    const free = places.filter(({ pm }) => standIn.modal(pm) === null);
    const look = chance.often(AT_HOME) ? atHome : inChannel;
    const found = free.flatMap((place) => look(place, label));
    if (found.length === 0) return false;
    const { place, surface, action, about } = chance.pick(found);
    const one: Pressed = {
      place,
      label,
      value: action.value ?? "",
      about,
      at: standIn.clock.now(),
    };
    pressed.push(one);
    keep(
      standIn
        .press({ user: place.pm, surface, block: action.block, action: action.action })
        .then(({ acked }) => {
          one.acked = acked;
        }),
    );
    return true;
  }

  function inChannel(place: Place, label: string): Found[] {
    const { pm, channel } = place;
    const all = standIn.world.workspace.rooms.get(channel)?.messages ?? [];
    const shown = all.filter(({ onlyFor }) => onlyFor === pm).slice(-LATELY);
    return shown.flatMap(({ blocks, ts }) => {
      const words = wordsOf(blocks);
      const about = `${pm} ${wordIn(words)} ${amountIn(words)}`;
      const surface = { on: "message", channel, ts } as const;
      return labelled(blocks, label).map((action) => ({ place, surface, action, about }));
    });
  }

  function atHome(place: Place, label: string): Found[] {
    const blocks = standIn.home(place.pm)?.blocks as Message["blocks"];
    return labelled(blocks, label).map((action) => ({ place, surface: { on: "home" }, action, about: "" }));
  }

  /** What was put into a form is submitted again where Slack said that it did not arrive. */
  const filled = new Map<string, Form>();
  const waited = new Set<string>();

  function submit(): boolean {
    const ready = places.flatMap((place) => {
      const modal = standIn.modal(place.pm);
      return modal === null || waited.has(modal.id) ? [] : [{ place, modal }];
    });
    if (ready.length === 0) return false;
    const { place, modal } = chance.pick(ready);
    const origin = "private_metadata" in modal.view ? modal.view.private_metadata : undefined;
    const value = String((JSON.parse(origin ?? "{}") as { press?: string }).press);
    const root = new URLSearchParams(value.slice(value.indexOf("?") + 1)).get("r") ?? "";
    const form = filled.get(modal.id) ?? { place, root, word: nextWord(), value, submits: [] };
    if (!filled.has(modal.id)) forms.push(form);
    filled.set(modal.id, form);
    const one: Form["submits"][number] = { at: standIn.clock.now() };
    form.submits.push(one);
    waited.add(modal.id);
    const fields = fieldsOf(modal, { "Your question": questionWith(form.word) });
    keep(
      standIn.submit({ user: place.pm, id: modal.id, fields }).then(({ acked }) => {
        one.acked = acked;
        waited.delete(modal.id);
      }),
    );
    return true;
  }

  function reply(clear: Clear): boolean {
    const standing = questions()
      .slice(-LATELY)
      .filter((form) => written.some((one) => one.ts === form.root && !one.gone));
    if (standing.length === 0) return false;
    const { place, root } = chance.pick(standing);
    const word = nextWord();
    const text = chance.pick(CLEAR[clear])(word);
    const user = chance.pick(ENGINEERS);
    const ts = standIn.say({ user, channel: place.channel, thread: root, text });
    replies.push({
      clear,
      written: { place, root, ts, user, word, text, gone: false, estimate: false },
    });
    return true;
  }

  const steps: readonly (readonly [share: number, name: string, does: () => boolean])[] = [
    [25, "Ask in thread", () => press("Ask in thread")],
    [45, "questions submitted", submit],
    [8, "Not useful", () => press("Not useful")],
    [8, "Already covered", () => press("Already covered")],
    [6, "2 more", () => press("2 more")],
    [8, "Ask that", () => press("Ask that")],
    [25, "non-answers", () => reply("non-answer")],
    [8, "answers", () => reply("answered")],
  ];
  const all = steps.reduce((sum, [share]) => sum + share, 0);
  return {
    pressed,
    forms,
    replies,
    counts,
    step() {
      // Most people see in Slack that nobody is there, and come back.
      if (!up() && !chance.often(ALL_THE_SAME)) return;
      for (let tries = 0; tries < TRIES; tries += 1) {
        let at = chance.number() * all;
        const [, name, does] = steps.find(([share]) => (at -= share) < 0) ?? steps[0]!;
        if (!does()) continue;
        counts[name] = (counts[name] ?? 0) + 1;
        return;
      }
    },
    async settled() {
      await Promise.all(open);
    },
  };
}

type Action = ReturnType<typeof actionsOf>[number];
type Found = {
  readonly place: Place;
  readonly surface: Surface;
  readonly action: Action;
  readonly about: string;
};

const labelled = (blocks: Message["blocks"], label: string): Action[] =>
  actionsOf(blocks).filter((action) => action.label === label);

/** Gives the forms whose question Slack has posted, in that order. Looks at each call once. */
function standingQuestions({ calls }: StandIn, forms: readonly Form[]): () => readonly Form[] {
  const standing: Form[] = [];
  let seen = 0;
  return () => {
    for (; seen < calls.length; seen += 1) {
      const call = calls[seen];
      if (call?.method !== "chat.postMessage" || !call.ok) continue;
      const word = wordIn(String(call.args["text"]));
      standing.push(...forms.filter((form) => form.word === word));
    }
    return standing;
  };
}
