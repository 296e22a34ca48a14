import type { Parts } from "./parts.ts";

/** True for an eng lead: named in ASKWHY_LEADS, or in one of the user groups (S…) named there. */
export async function isLead(parts: Parts, team: string, user: string): Promise<boolean> {
  const { leads } = parts.rules;
  if (leads.includes(user)) return true;
  const groups = leads.filter((id) => id.startsWith("S"));
  const members = await Promise.all(groups.map((group) => parts.outside.group(team, group)));
  return members.some((users) => users.includes(user));
}
