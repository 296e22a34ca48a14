import { pino } from "pino";
import { createAskwhy } from "../../src/askwhy.ts";
import { SHIPPED_TEMPLATES } from "../../src/folders.ts";
import { compile } from "../../src/questions/library.ts";
import { loadTemplates } from "../../src/questions/load.ts";
import { embeddedStore } from "../../src/store/embedded-store.ts";
import type { Log } from "../../src/log.ts";
import type { Store } from "../../src/store/store.ts";
import { startClockwork } from "../../src/story/clockwork.ts";
import type { Trace } from "../../src/story/parts.ts";
import type { Tally } from "../../src/story/tally.ts";
import type { Button, Form, Home, Note, Press } from "../../src/telling/note.ts";
import {
  type Handle,
  type Listener,
  type Outside,
  OutsideError,
  type Person,
} from "../../src/telling/outside.ts";
import type { Message } from "../../src/threads/thread.ts";
import { somebody } from "../telling/somebody.ts";

export const TEAM = "T1";
export const CHANNEL = "C0PLANNING";
export const SAM = "U0SAM"; // an engineer
export const PRIYA = "U0PRIYA"; // the PM
export const NOOR = "U0NOOR"; // another PM
/** A Tuesday, ten in the morning in UTC, the zone of everybody here. */
export const TUESDAY_AT_TEN = Date.UTC(2026, 10, 24, 10);

const loaded = await loadTemplates([SHIPPED_TEMPLATES]);
const library = compile(loaded.templates);

/** Something that was said to one person, or in public. */
export type Shown = {
  readonly how: "whisper" | "direct" | "answer" | "replace" | "post" | "form";
  readonly user: string;
  readonly channel?: string;
  readonly thread?: string;
  readonly note?: Note;
  readonly form?: Form;
  readonly text?: string;
  readonly ts?: string;
};

export type VillageWishes = {
  readonly store?: Store;
  readonly quietSeconds?: number;
  readonly retentionDays?: number;
  readonly tally?: Tally;
  readonly log?: Log;
  readonly leads?: readonly string[];
  /** User groups, by id. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
};

/** A workspace without Slack: the story, a store, people, and a record of all that was shown. */
export async function village(wishes: VillageWishes = {}) {
  const store = wishes.store ?? (await embeddedStore({ memory: true }));
  let now = TUESDAY_AT_TEN;
  let micros = 0;
  const shown: Shown[] = [];
  const homes = new Map<string, Home>();
  const traces: Trace[] = [];
  const said: Message[] = [];
  const people = new Map<string, Partial<Person>>();
  const faults: {
    whisper: (Error | { accepted: false; reason: string })[];
    direct: { accepted: false; reason: string }[];
    post: Error[];
    store: Error[];
    member: Error[];
  } = { whisper: [], direct: [], post: [], store: [], member: [] };
  const waits: Record<"person" | "history" | "turn" | "answer", (() => Promise<void>)[]> = {
    person: [],
    history: [],
    turn: [],
    answer: [],
  };
  const outsiders = new Set<string>();
  const asked: string[] = [];
  const place: { shared?: boolean; member?: boolean } = {};
  let afterPosting = () => {};
  let afterWhisper = () => {};
  let calls = 0;
  let silentUntil = 0;

  const outside: Outside = {
    async whisper(to, note, first) {
      await waits.turn.shift()?.();
      if (first !== undefined && !(await first())) return { accepted: false, reason: "taken back" };
      await waits.answer.shift()?.();
      const fault = faults.whisper.shift();
      if (fault instanceof Error) throw fault;
      if (fault !== undefined) return fault;
      shown.push({ how: "whisper", ...to, note });
      afterWhisper();
      return { accepted: true };
    },
    async direct({ user }, note) {
      const fault = faults.direct.shift();
      if (fault !== undefined) return fault;
      shown.push({ how: "direct", user, note });
      return { accepted: true };
    },
    async answer({ user, channel }, note, how) {
      shown.push({ how: how === "replace" ? "replace" : "answer", user, channel, note });
      return { accepted: true };
    },
    async post({ channel, thread }, { by, text }, first) {
      if (first !== undefined && !(await first())) return { accepted: false, reason: "taken back" };
      const fault = faults.post.shift();
      if (fault !== undefined) throw fault;
      const ts = nextTs();
      shown.push({ how: "post", user: by, channel, thread, text, ts });
      afterPosting();
      return { accepted: true, ts };
    },
    async open({ user }, form) {
      shown.push({ how: "form", user, form });
      return true;
    },
    async home({ user }, home) {
      homes.set(user, home);
    },
    history: async ({ root }) => {
      await waits.history.shift()?.();
      if (now < silentUntil) throw new OutsideError("Slack answered 500");
      return said
        .filter((message) => message.thread === root || message.thread === undefined)
        .map((message) =>
          said.some(({ thread }) => thread === message.ts) ? { ...message, begins: true as const } : message,
        );
    },
    posted: async ({ root }) =>
      shown
        .filter(({ how, thread }) => how === "post" && thread === root)
        .map(({ ts = "", user: by, text = "" }) => ({ ts, by, text })),
    latest: async () => said.filter((message) => message.thread === undefined),
    async person(_team, id) {
      await waits.person.shift()?.();
      return { ...somebody(id), ...people.get(id) };
    },
    place: async () => ({ name: "planning", private: false, shared: false, member: true, ...place }),
    group: async (_team, id) => wishes.groups?.[id] ?? [],
    async isMember(_place, user) {
      asked.push("isMember");
      const fault = faults.member.shift();
      if (fault !== undefined) throw fault;
      return !outsiders.has(user);
    },
    link: async ({ channel }, ts) => `https://village.example/archives/${channel}/p${ts.replace(".", "")}`,
  };

  const log = wishes.log ?? pino({ level: "silent" });
  const counting: Store = new Proxy(store, {
    get(target, name: keyof Store) {
      const method = target[name] as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        calls += 1;
        const fault = faults.store.shift();
        if (fault !== undefined) return Promise.reject(fault);
        return method.apply(target, args);
      };
    },
  });
  const build = () =>
    createAskwhy({
      store: counting,
      outside,
      library: () => library,
      glossary: () => loaded.glossary,
      log,
      now: () => now,
      rules: {
        quietSeconds: wishes.quietSeconds ?? 45,
        replyQuietSeconds: 90,
        retentionDays: wishes.retentionDays ?? 30,
        leads: wishes.leads ?? [],
      },
      manner: () => ({}),
      observe: (trace) => traces.push(trace),
      ...(wishes.tally && { tally: wishes.tally }),
    });
  let askwhy = build();

  function nextTs(): string {
    micros += 1;
    return `${Math.floor(now / 1000)}.${String(micros).padStart(6, "0")}`;
  }

  const handle = (user: string, surface: Handle["surface"] = "message"): Handle => ({
    team: TEAM,
    channel: CHANNEL,
    user,
    surface,
    responseUrl: "https://village.example/answer",
    triggerId: "trigger",
  });

  return {
    store,
    outside,
    /** The story, as Slack's door sees it. */
    listener: (): Listener => askwhy,
    shown,
    homes,
    traces,
    faults,
    /** What each call in turn waits for: before Slack tells of a person or of the talk, before the turn of a whisper, and before the answer to it. */
    waits,
    people,
    /** Who is not in the channel. */
    outsiders,
    /** What Slack was asked about who is in the channel, once for each time. */
    asked,
    /** What is special about the channel. */
    place,
    afterPosting(does: () => void) {
      afterPosting = does;
    },
    afterWhisper(does: () => void) {
      afterWhisper = does;
    },
    handle,
    storeCalls: () => calls,
    now: () => now,
    /** Everything that was said in the channel. */
    said: () => said,
    to: (user: string) => shown.filter((one) => one.user === user),
    public: () => shown.filter((one) => one.how === "post"),

    /** Forgets everything that is not in the store. */
    restart() {
      askwhy = build();
    },

    async say(user: string, text: string, thread?: string): Promise<Message> {
      const message: Message = {
        team: TEAM,
        channel: CHANNEL,
        ts: nextTs(),
        user,
        text,
        ...(thread && { thread }),
      };
      said.push(message);
      await askwhy.heard({ what: "said", message });
      return message;
    },
    async hear(heard: Parameters<typeof askwhy.heard>[0]) {
      if (heard.what === "edited") {
        const index = said.findIndex((message) => message.ts === heard.message.ts);
        said[index] = heard.message;
      }
      await askwhy.heard(heard);
    },
    press: (user: string, press: Press, fields?: Record<string, string | readonly string[]>) =>
      askwhy.pressed({ handle: handle(user), press, ...(fields && { fields }) }),
    invoke: (user: string, text: string) =>
      askwhy.invoked({ what: "command", handle: handle(user, "command"), text }),
    shortcut: (user: string, what: "ask-why" | "what-would-i-be-asked", message: Message) =>
      askwhy.invoked({ what, handle: handle(user, "shortcut"), message }),
    optIn: (user: string) =>
      askwhy.pressed({ handle: handle(user), press: { do: "opt-in", about: { c: CHANNEL, self: "yes" } } }),

    /** Slack tells nothing of what was said for so long. */
    silence(seconds: number) {
      silentUntil = now + seconds * 1000;
    },
    /** The bot is down for so long. */
    sleep(seconds: number) {
      now += seconds * 1000;
    },
    /** Moves the clock on, and runs what is due by then all at once. */
    async passAtOnce(seconds: number) {
      now += seconds * 1000;
      const jobs = await store.take(now, 100, now + 60_000);
      await Promise.all(jobs.map((job) => settle(job)));
    },
    /** Moves the clock on and runs every job that comes due on the way. */
    async pass(seconds: number) {
      const end = now + seconds * 1000;
      for (;;) {
        const [job] = await store.take(end, 1, end + 60_000);
        if (job === undefined) break;
        now = Math.max(now, job.due);
        await settle(job);
      }
      now = end;
    },
  };

  /** One job through the real clockwork's rules for failing and trying again. */
  async function settle(job: Parameters<Store["finish"]>[0]) {
    const oneJob: Store = { ...bind(store), take: takeOnce(job) };
    const { due, givenUp } = askwhy;
    const clockwork = startClockwork({ store: oneJob, due, givenUp, now: () => now, log });
    await clockwork.stop();
  }
}

function takeOnce(job: Parameters<Store["finish"]>[0]): Store["take"] {
  const jobs = [job];
  return async () => jobs.splice(0);
}

/** The store's own methods as plain functions, so that one of them can be replaced. */
function bind(store: Store): Store {
  const names = [
    "get",
    "getBoth",
    "change",
    "claim",
    "list",
    "take",
    "finish",
    "retry",
    "nextDue",
    "backlog",
    "keys",
    "forget",
    "check",
    "close",
  ] as const;
  return Object.fromEntries(names.map((name) => [name, store[name].bind(store)])) as unknown as Store;
}

export type Village = Awaited<ReturnType<typeof village>>;

/** Every button of a note, form or Home. */
export function buttonsOf(what: { readonly parts: Note["parts"] } | undefined): Button[] {
  return (what?.parts ?? []).flatMap((part) => {
    if (part.kind === "buttons") return [...part.buttons, ...(part.rarer ?? [])];
    return part.kind === "say" && part.button ? [part.button] : [];
  });
}

/** The press behind the first button with this label. */
export function pressOf(what: { readonly parts: Note["parts"] } | undefined, label: string): Press {
  const button = buttonsOf(what).find((one) => one.label === label);
  if (button === undefined)
    throw new Error(
      `no button "${label}" among ${buttonsOf(what)
        .map((one) => one.label)
        .join(", ")}`,
    );
  return button.press;
}
