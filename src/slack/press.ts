import { PRESSES, type Press, type PressName } from "../telling/note.ts";

/** Slack's limits for what a button and an option may carry (reference/block-kit/block-elements, composition-objects). */
export const MOST_IN_BUTTON = 2000;
export const MOST_IN_OPTION = 150;

const MOST_ENTRIES = 20;
const names: ReadonlySet<string> = new Set(PRESSES);

/** A press as one string, to be stored in the button itself: "mute-thread?c=C0PLAN&r=1700000000.000100". */
export function writePress(press: Press): string {
  const about = new URLSearchParams(press.about).toString();
  return about === "" ? press.do : `${press.do}?${about}`;
}

/** The press a button was given, or undefined where the string is none of ours. Never throws. */
export function readPress(value: unknown): Press | undefined {
  if (typeof value !== "string" || value.length > MOST_IN_BUTTON) return undefined;
  const cut = value.indexOf("?");
  const name = cut < 0 ? value : value.slice(0, cut);
  if (!isPressName(name)) return undefined;
  const entries = cut < 0 ? [] : [...new URLSearchParams(value.slice(cut + 1))];
  return entries.length > MOST_ENTRIES ? undefined : { do: name, about: Object.fromEntries(entries) };
}

function isPressName(name: string): name is PressName {
  return names.has(name);
}
