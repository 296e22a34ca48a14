/** The invented people, companies and channels of the workspace in a box. */

export type Company = { readonly id: string; readonly name: string; readonly domain: string };
export type Kind = "public" | "private" | "direct";

export const TEAM: Company = { id: "T0HARBOUR", name: "Harbour", domain: "harbour" };
export const OTHER_TEAM: Company = { id: "T0KESTREL", name: "Kestrel Freight", domain: "kestrel" };

export const SAM = "U0SAM";
export const PRIYA = "U0PRIYA";
export const NOOR = "U0NOOR";
export const THEO = "U0THEO";
export const MIKA = "U0MIKA";
export const OLA = "U0OLA";

export const PEOPLE = [
  { id: PRIYA, name: "Priya", title: "PM", zone: "Europe/Berlin", company: TEAM, admin: false },
  { id: SAM, name: "Sam", title: "Engineer", zone: "Europe/London", company: TEAM, admin: false },
  { id: NOOR, name: "Noor", title: "Eng lead", zone: "Europe/Berlin", company: TEAM, admin: true },
  { id: THEO, name: "Theo", title: "Designer", zone: "Europe/Lisbon", company: TEAM, admin: false },
  { id: MIKA, name: "Mika", title: "PM", zone: "America/New_York", company: TEAM, admin: false },
  { id: OLA, name: "Ola", title: "Engineer", zone: "Europe/Oslo", company: OTHER_TEAM, admin: false },
] as const;

export const PLANNING = "C0PLANNING";
export const PRICING = "C0PRICING";
export const LAUNCH = "C0LAUNCH";

const HOME = [PRIYA, SAM, NOOR, THEO, MIKA];

export const CHANNELS: readonly {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly members: readonly string[];
  readonly sharedWith?: Company;
}[] = [
  { id: PLANNING, name: "checkout-planning", kind: "public", members: HOME },
  { id: PRICING, name: "pricing-next", kind: "private", members: [PRIYA, SAM, NOOR] },
  {
    id: LAUNCH,
    name: "kestrel-launch",
    kind: "public",
    members: [PRIYA, NOOR, MIKA, SAM, OLA],
    sharedWith: OTHER_TEAM,
  },
];

/** The id of the direct message between a person and the bot. */
export const DIRECT = (user: string): string => `D${user.slice(1)}`;
