import { SAM, TEAM } from "../../src/playground/people.ts";
import { read } from "../../src/reading/read.ts";
import type { StandIn } from "../../src/playground/stand-in/stand-in.ts";
import type { Chance } from "./chance.ts";
import { makeWords } from "./words.ts";

/** One channel with a PM of its own, and engineers whom it shares with the others. */
export type Place = { readonly channel: string; readonly pm: string };

/** What one person wrote and how it stands in the end. */
export type Written = {
  readonly place: Place;
  readonly root: string;
  readonly ts: string;
  readonly user: string;
  /** The word that no other message has. */
  readonly word: string;
  text: string;
  gone: boolean;
  /** True for a message that a PM is to be asked about. */
  readonly estimate: boolean;
};

/** A stream of what people do in planning channels, and the truth of what they wrote. */
export type Stream = {
  readonly written: readonly Written[];
  /** One more thing somebody does. */
  step(): void;
  readonly counts: Readonly<Record<string, number>>;
};

export const ENGINEERS = [SAM, "U0RAVI", "U0INES"];
const PLACES = 16;

/** Adds channels, PMs and engineers to the workspace; the bot stands in every channel. */
export function peopleAndPlaces({ world }: StandIn): Place[] {
  const { members, rooms } = world.workspace;
  const join = (id: string, name: string) =>
    members.set(id, {
      id,
      name,
      title: "",
      zone: "Europe/Berlin",
      company: TEAM,
      admin: false,
      presence: "active",
      doNotDisturb: false,
    });
  for (const id of ENGINEERS.slice(1)) join(id, id);
  return Array.from({ length: PLACES }, (_, i): Place => {
    const place = { channel: `C0SOAK${i}`, pm: `U0PM${i}` };
    join(place.pm, place.pm);
    rooms.set(`D0PM${i}`, {
      id: `D0PM${i}`,
      name: `dm-${i}`,
      kind: "direct",
      members: new Set([place.pm, world.app.botUser]),
      messages: [],
    });
    rooms.set(place.channel, {
      id: place.channel,
      name: `soak-${i}`,
      kind: "public",
      members: new Set([place.pm, ...ENGINEERS, world.app.botUser]),
      messages: [],
    });
    return place;
  });
}

/** Each makes a message about which there is something to ask; `word` tells it from all others. */
const ESTIMATES: readonly ((word: string, weeks: number) => string)[] = [
  (word, weeks) => `checkout with ${word} on the new gateway, about ${weeks} weeks of work`,
  (word, weeks) =>
    `roughly ${weeks} weeks to build the ${word} import, needs a migration of the invoices table`,
  (word, weeks) => `I'd say ${weeks} weeks to build the ${word} checkout on the new gateway`,
];

const REPLIES: readonly ((word: string) => string)[] = [
  (word) => `will look at ${word} with the others tomorrow`,
  (word) => `the docs of ${word} are in the wiki`,
  (word) => `+1 on ${word}`,
];

const NEAR_MISSES: readonly ((word: string) => string)[] = [
  (word) => `the ${word} deploy took 3 weeks last time`,
  (word) => `lunch for ${word} in 10 minutes?`,
  (word) => `${word} has 14 days retention`,
  (word) => `morning all, ${word} is green again`,
];

/** Whether a text is an estimate is for others to find out: here it must be beyond doubt. */
function mustBeClear(): void {
  const unclear = [
    ...ESTIMATES.map((make) => make("zqa", 3)).filter((text) => read(text).estimates.length !== 1),
    ...[...REPLIES, ...NEAR_MISSES]
      .map((make) => make("zqa"))
      .filter((text) => read(text).estimates.length > 0),
  ];
  if (unclear.length > 0) throw new Error(`not read as they are meant: ${unclear.join("; ")}`);
}

export function makeStream(standIn: StandIn, places: readonly Place[], chance: Chance): Stream {
  mustBeClear();
  const written: Written[] = [];
  const counts: Record<string, number> = {};
  const nextWord = makeWords("zq");

  function write(
    place: Place,
    text: (word: string) => string,
    more: { thread?: Written; estimate?: true },
  ): void {
    const word = nextWord();
    const user = more.thread?.user ?? chance.pick(ENGINEERS);
    const words = text(word);
    const thread = more.thread?.root;
    const ts = standIn.say({ user, channel: place.channel, text: words, ...(thread && { thread }) });
    written.push({
      place,
      root: thread ?? ts,
      ts,
      user,
      word,
      text: words,
      gone: false,
      estimate: more.estimate === true,
    });
  }

  /** One of the newest messages that still stand. */
  function newest(fits: (one: Written) => boolean): Written | undefined {
    const found = written.slice(-80).filter((one) => !one.gone && fits(one));
    return found.length === 0 ? undefined : chance.pick(found);
  }

  const steps: readonly (readonly [share: number, name: string, does: () => boolean])[] = [
    [
      30,
      "estimates",
      () => {
        const make = chance.pick(ESTIMATES);
        const weeks = chance.whole(2, 9);
        write(chance.pick(places), (word) => make(word, weeks), { estimate: true });
        return true;
      },
    ],
    [
      25,
      "replies",
      () => {
        const root = newest((one) => one.estimate);
        if (root !== undefined) write(root.place, chance.pick(REPLIES), { thread: root });
        return root !== undefined;
      },
    ],
    [
      12,
      "changed numbers",
      () => {
        const one = newest((other) => other.estimate);
        if (one === undefined) return false;
        // Never a number it had before: that would rightly be no news.
        one.text = one.text.replace(
          /\d+ weeks/,
          (weeks) => `${Number.parseInt(weeks, 10) + chance.whole(1, 3)} weeks`,
        );
        standIn.edit({ user: one.user, channel: one.place.channel, ts: one.ts, text: one.text });
        return true;
      },
    ],
    [
      4,
      "deletions of estimates",
      () => {
        const one = newest((other) => other.estimate);
        if (one !== undefined) take(one);
        return one !== undefined;
      },
    ],
    [
      4,
      "deletions of replies",
      () => {
        const one = newest((other) => other.root !== other.ts);
        if (one !== undefined) take(one);
        return one !== undefined;
      },
    ],
    [
      25,
      "near misses",
      () => {
        write(chance.pick(places), chance.pick(NEAR_MISSES), {});
        return true;
      },
    ],
  ];

  function take(one: Written): void {
    one.gone = true;
    standIn.takeBack({ user: one.user, channel: one.place.channel, ts: one.ts });
  }

  const all = steps.reduce((sum, [share]) => sum + share, 0);
  return {
    written,
    counts,
    step() {
      let at = chance.number() * all;
      const [, name, does] = steps.find(([share]) => (at -= share) < 0) ?? steps[0]!;
      if (does()) counts[name] = (counts[name] ?? 0) + 1;
    },
  };
}
