import { NOOR, PLANNING, PRICING, PRIYA, SAM, THEO } from "./people.ts";
import type { ReadyThread } from "./wire.ts";

/** Short stories to play in the playground, written as their speakers would type them. */
export const READY_THREADS: readonly ReadyThread[] = [
  {
    id: "checkout",
    title: "Checkout on a new gateway",
    about: "A size for work that touches another company's API: what does it include?",
    channel: PLANNING,
    lines: [
      { by: PRIYA, text: "@Sam how long do you think for checkout on the new payment gateway?" },
      { by: SAM, text: "checkout on the new gateway, about 3 weeks" },
    ],
  },
  {
    id: "spec",
    title: "A spec without a size",
    about: "Somebody shares a design document: what should a PM look for before anybody says a number?",
    channel: PLANNING,
    lines: [
      {
        by: NOOR,
        text: "first draft of the design for saved baskets: https://docs.google.com/document/d/1aBcSavedBaskets/edit comments welcome",
      },
    ],
  },
  {
    id: "quick-one",
    title: "“Should be a quick one”",
    about: "No number at all, only a word that sounds small.",
    channel: PLANNING,
    lines: [
      { by: THEO, text: "can we let people change the address after checkout?" },
      { by: SAM, text: "yeah should be a quick one, just a config change" },
    ],
  },
  {
    id: "date",
    title: "A date",
    about: "Done by a day: what has to be true for that?",
    channel: PLANNING,
    lines: [
      { by: PRIYA, text: "where are we with the order export for finance?" },
      { by: SAM, text: "I'll have the export ready by Friday, still waiting for access to their sandbox" },
    ],
  },
  {
    id: "revised",
    title: "The number changed",
    about: "Two weeks become five: what was learned?",
    channel: PRICING,
    lines: [
      { by: SAM, text: "moving prices into the new tables is 2 weeks" },
      { by: PRIYA, text: "thanks, I'll plan with that" },
      { by: SAM, text: "moving the prices was 2 weeks, now more like 5 weeks" },
    ],
  },
  {
    id: "incident",
    title: "An incident",
    about: "Things are on fire. Askwhy keeps quiet, whatever numbers fly around.",
    channel: PLANNING,
    lines: [
      { by: NOOR, text: "sev1: checkout is down, error rate at 40%, I'm incident commander" },
      { by: SAM, text: "rolling back now, 20 minutes at most" },
      { by: SAM, text: "a proper fix for the connection pool is probably 2 days" },
    ],
  },
];
