import { read } from "../reading/read.ts";
import type { Words } from "../telling/note.ts";

/** Words people try after `/askwhy` that are none of its own, and what does what they want. Nothing else may stand beside them. */
const POINTERS: readonly (readonly [says: RegExp, points: string])[] = [
  [
    /^(?:what (?:can|do) (?:you|i) do(?: (?:here|with (?:this|it|you)))?|how (?:does (?:this|it|askwhy) work|do i use (?:this|it|you|askwhy))|(?:who|what) (?:are you|is (?:this|askwhy))|hi|hello|hey|commands|usage|info|about)[ ?!.]{0,3}$/,
    "I find what is worth asking about an estimate or a spec, for you alone. /askwhy picks from the newest ones here, /askwhy 3 weeks for the export tries a text, and /askwhy help lists the rest.",
  ],
  [
    /^(?:unsub(?:scribe)?|opt[ -]?(?:me )?out|leave me alone|ignore me|don'?t read me)$/,
    "Your messages are not read after /askwhy reading off. Nudges for you end with “Switch off” beside a channel in my Home tab, or with /askwhy mute forever.",
  ],
  [
    /^(?:stop|pause|snooze|quiet|be quiet|silence|shut up|off|disable|turn off)(?: (?:it|this|nudges|nudging|please|here|for)\b)*(?: \d{1,3} ?[a-z]{1,7})?$/,
    "Nudges for you pause with /askwhy mute 2h (or 1d, a date, forever), and end with “Switch off” beside a channel in my Home tab. Your messages are not read after /askwhy reading off.",
  ],
  [
    /^(?:subscribe|opt[ -]?(?:me )?in|on|start|enable|turn on|resume)$/,
    "/askwhy settings switches nudges on in a channel, and so does “Switch on” in my Home tab; /askwhy unmute ends a mute, and /askwhy reading on lets me read your messages again.",
  ],
  [
    /^(?:go )?home$/,
    "My Home tab opens where you click my name, among the apps in Slack's sidebar. Your open questions are here, too: /askwhy open.",
  ],
  [
    /^unmute(?: (?:for|me|all|it|this|everything|please|now|until|till|tomorrow|\d{1,3} ?[a-z]{1,7}))+$/,
    "/askwhy unmute takes nothing more: it ends every mute at once. /askwhy mute 2h begins one; /askwhy help shows the rest.",
  ],
  [/^reading [a-z]+$/, "/askwhy reading off, or reading on; /askwhy reading alone says how it stands."],
];

/** Longer texts are pasted, whatever they begin with. */
const LONGEST = 40;

/** What does what somebody typed as if it were a command; undefined where it is a text. */
export function pointTo(text: string): Words | undefined {
  const typed = text.toLowerCase().replaceAll(/\s+/g, " ").replaceAll("’", "'");
  if (typed.length > LONGEST) return undefined;
  return POINTERS.find(([says]) => says.test(typed))?.[1];
}

/** What may begin a draft: somebody speaks of the work, or a quote opens. "draft spec is 3 weeks" speaks of a draft. */
const BEGINS =
  /^(?:["'“‘:>]|(?:i|we|it|they|should|would|could|probably|maybe|hm+|ok|about|around|roughly|approx\w*|circa|some|up to|at least|at most|between|another)\b)/i;

/** True where the words after "draft" or "prep" are a text of their own: they begin with an estimate, a link or somebody speaking. */
export function beginsAfresh(rest: string): boolean {
  const { estimates, struck, links } = read(rest);
  return (
    BEGINS.test(rest) ||
    rest.includes("\n") ||
    [...estimates, ...struck].some(({ at }) => at === 0) ||
    (links.length > 0 && rest.startsWith("<"))
  );
}
