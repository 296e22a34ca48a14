/**
 * Threads of kinds the labelled sets hardly hold: several people answering, talk that changes its subject, code and
 * quotes, other languages mixed in, confirmations by thumbs, numbers of other things beside the estimate.
 * `e` speaks as an engineer, `l` as their lead, `p` as the PM, `s` as anybody else.
 */
export type OwnThread = {
  readonly name: string;
  readonly says: readonly string[];
  /** One of these should be among the questions; none means that nothing should be asked. */
  readonly wanted: readonly string[];
  readonly never: readonly string[];
};

const thread = (name: string, says: string[], wanted: string, never = ""): OwnThread => ({
  name,
  says,
  wanted: wanted.split(" ").filter((id) => id !== ""),
  never: never.split(" ").filter((id) => id !== ""),
});

export const OWN_THREADS: readonly OwnThread[] = [
  thread(
    "a mock is named in a code block",
    ["e: 4 days for the courier api\n```\nnew CourierClient(mockServer)\n```\nthat's all I have from them"],
    "integration-testing third-party",
    "spec-estimate estimate-changed",
  ),
  thread(
    "two engineers add up",
    ["p: how long for shared carts?", "e: my half 3 days", "l: mine another 4, we each stub the other"],
    "integration-testing parallel",
    "estimate-changed spec-estimate",
  ),
  thread(
    "the subject changes midway",
    [
      "p: is the export done?",
      "e: yes, merged and live since Monday",
      "p: great. and the import?",
      "e: import is 2 weeks, half of the old files have free text in the date column",
    ],
    "data-backfill",
    "rollout",
  ),
  thread(
    "a thumb confirms",
    [
      "p: so 5 days including review and QA, yes?",
      "e: :+1: 5 days, behind a flag, can be switched off",
      "p: perfect",
    ],
    "",
    "review-and-qa rollout reversible",
  ),
  thread(
    "spanish and english",
    [
      "p: hola, the receipts in catalan?",
      "e: una semana, a week. texts come from the agency, they have not sent anything yet",
    ],
    "dependencies third-party",
    "estimate-changed",
  ),
  thread(
    "german words",
    [
      "p: moin, Aufwand for the tariff change?",
      "e: ca. 3 Tage, 3 days. the old tariffs of running contracts I have not looked at",
    ],
    "data-backfill exclusions",
    "spec-estimate",
  ),
  thread(
    "quoting the PM back",
    [
      "p: can it be out before the summit?",
      "e: &gt; can it be out before the summit?\ndone by the 14th if nobody gets sick",
    ],
    "deadline",
    "spec-estimate estimate-changed",
  ),
  thread(
    "a number of users beside the days",
    [
      "e: comments on live video: 3 days. the server pushes every comment to every viewer",
      "p: the final had 250k viewers",
    ],
    "scale",
    "schema-migration",
  ),
  thread(
    "an old library upgrade",
    ["e: upgrading the orm from 4 to 7, a week", "p: will customers notice?", "e: not if it goes well"],
    "reversible integration-testing compatibility hidden-work",
    "user-problem",
  ),
  thread(
    "story points with a twist from support",
    ["e: 3 points, we rename `company` to `account` in the api", "s: our partners' scripts read company"],
    "compatibility",
    "spec-estimate",
  ),
  thread(
    "a list with a total",
    ["e: • parser 2d\n• screens 3d\n• total 5d\nthe parser is built against sample files from their docs"],
    "integration-testing third-party",
    "cost-driver",
  ),
  thread(
    "the lead doubts",
    [
      "p: can we allow attachments up to 2 GB?",
      "e: that's one setting, 10 minutes",
      "l: isn't the proxy limit hard coded?",
    ],
    "config-or-code hidden-work",
    "first-slice",
  ),
  thread(
    "a holiday in between",
    [
      "p: 8 days means the 20th, right?",
      "e: 8 days of work, and I'm on call next week plus two days of training",
    ],
    "availability",
    "estimate-changed",
  ),
  thread(
    "everything asked, everything told",
    [
      "e: invoice footer, 1 day with tests and review",
      "p: behind a flag?",
      "e: yes, flag per customer, off means old footer",
      "p: and the old invoices?",
      "e: stay as they are, on purpose",
      "p: thanks, go",
    ],
    "",
    "rollout review-and-qa data-backfill",
  ),
  thread(
    "an incident with a number",
    ["s: nobody can log in", "e: on it, rolling back, 15 min", "l: I keep status updated"],
    "",
    "rollout reversible",
  ),
  thread(
    "a joke with a number",
    ["p: when will the coffee machine get an api?", "e: two sprints and a priest :joy:"],
    "",
    "integration-testing",
  ),
  thread(
    "a meeting, not work",
    ["p: how long do we need on thursday?", "e: 30 min should do, I'll book the room"],
    "",
    "range",
  ),
  thread(
    "past work",
    ["p: how long did the last importer take?", "e: 6 weeks in the end, most of it the vendor"],
    "",
    "third-party range",
  ),
  thread(
    "somebody else owns the switch",
    [
      "e: sso for the portal, 3 days on my side. the group claims have to come from the customer's it",
      "p: have they been told?",
      "e: not yet",
    ],
    "dependencies",
    "hidden-work",
  ),
  thread(
    "a vendor's beta",
    ["e: two days, the payment provider has it in beta, we are on the waiting list"],
    "third-party",
    "estimate-changed",
  ),
  thread(
    "the number doubled, the reason told",
    [
      "p: last week it was 4 days",
      "e: now 9 days, because the old api has no paging and we need to build it",
      "p: ok",
    ],
    "first-slice range compatibility integration-testing exclusions deadline",
    "estimate-changed spec-estimate",
  ),
  thread(
    "the number doubled, no reason",
    ["p: last week it was 4 days", "e: it's 9 days now, sorry"],
    "estimate-changed",
    "spec-estimate",
  ),
  thread(
    "a spec without a size",
    [
      "e: design doc for search ranking is up, please read: <https://docs.google.com/document/d/1abc/edit|Search ranking design doc>",
    ],
    "user-problem open-questions spec-estimate alternatives",
    "range estimate-changed",
  ),
  thread(
    "a spec with holes",
    ["e: <https://www.notion.so/acme/Gifting-1a2b|Gifting PRD>, refunds and taxes are still TBD, 4 weeks"],
    "open-questions",
    "spec-estimate",
  ),
  thread(
    "a spec nobody asked for",
    [
      "e: wrote an RFC for a new event bus, 6 weeks: <https://github.com/acme/rfcs/pull/12|RFC 12 event bus>",
      "p: who asked for it?",
      "e: nobody yet",
    ],
    "user-problem",
    "spec-estimate",
  ),
  thread(
    "a copy for one customer",
    [
      "p: can the bank have its own login page?",
      "e: I copy the template and hardcode their logo for now, 1 day",
    ],
    "debt",
    "spec-estimate",
  ),
  thread(
    "a deletion job",
    ["e: job that deletes inactive accounts after 2 years, 2 days", "p: legal is happy with that"],
    "reversible",
    "spec-estimate",
  ),
  thread(
    "a price change for all",
    ["e: new prices go live for all customers on the 1st, 3 days of work"],
    "rollout reversible observability deadline",
    "spec-estimate",
  ),
  thread(
    "one person, many alike",
    ["e: 9 reports, 3 days each, just me", "p: that's more than a month"],
    "parallel first-slice",
    "hidden-work",
  ),
  thread(
    "an offer of hands",
    ["e: 6 weeks for the importers", "p: Dana would be free from Monday"],
    "parallel",
    "hidden-work",
  ),
  thread(
    "another team has one",
    ["e: I'd write a small pdf service, 2 weeks", "s: the claims team has a pdf service since last year"],
    "reuse-or-new-service",
    "hidden-work estimate-changed",
  ),
  thread(
    "a new column in a huge table",
    ["e: 1 week, we need one more column on events, that table has 2 billion rows"],
    "schema-migration",
    "estimate-changed",
  ),
  thread(
    "an additive column, told",
    ["e: half a day, nullable column, no lock, ran it on a copy", "p: nice"],
    "",
    "schema-migration data-backfill",
  ),
  thread(
    "photos of people",
    ["e: profile photos go to an external service that blurs the background, 3 days"],
    "security-review third-party failure-mode",
    "estimate-changed",
  ),
  thread(
    "a public link",
    ["e: share links for reports without login, 2 days"],
    "security-review",
    "estimate-changed spec-estimate",
  ),
  thread(
    "a background job",
    [
      "e: reminders get sent by a nightly job, 3 days",
      "p: how would we notice if it sends nothing?",
      "e: good question",
    ],
    "observability",
    "spec-estimate",
  ),
  thread(
    "a call inside checkout",
    ["e: address check calls the provider inside checkout, 2 days", "p: and when they are down?", "e: hm"],
    "failure-mode",
    "estimate-changed",
  ),
  thread(
    "a bare big number",
    ["p: how long for the new booking flow?", "e: 4 months"],
    "cost-driver first-slice range",
    "hidden-work config-or-code estimate-changed",
  ),
  thread(
    "a bare size",
    ["p: size for tablet support?", "e: L"],
    "exclusions cost-driver first-slice",
    "estimate-changed spec-estimate",
  ),
  thread(
    "a wide range",
    ["p: how long to move off the old search?", "e: somewhere between 2 and 9 weeks, nobody here knows it"],
    "spike uncertainty",
    "range hidden-work",
  ),
  thread(
    "trivial, says one",
    ["p: can we show the vat id on the invoice?", "e: trivial, tomorrow"],
    "hidden-work config-or-code exclusions",
    "first-slice spike",
  ),
  thread(
    "code done",
    ["p: where are we with favourites?", "e: code done on Wednesday", "s: I have no build yet"],
    "review-and-qa",
    "estimate-changed",
  ),
  thread(
    "merge is release",
    ["e: new ranking is merged in 2 days, then everybody has it"],
    "rollout",
    "spec-estimate",
  ),
  thread(
    "the agents learn last",
    [
      "e: the refund screen gets replaced, 4 days with tests",
      "s: we use that screen 200 times a day, who tells my people?",
    ],
    "docs-and-handover",
    "spec-estimate",
  ),
  thread(
    "somebody leaves",
    ["e: 2 weeks for the forecasting job, then my contract ends", "p: who takes it over?"],
    "docs-and-handover availability",
    "hidden-work",
  ),
  thread(
    "a vague goal",
    ["p: what's in the sprint?", "e: improving onboarding, 8 points"],
    "done-means",
    "estimate-changed",
  ),
  thread(
    "drop what I'm on",
    ["p: the ceo wants the badge by the fair", "e: 3 days if I drop what I'm on"],
    "opportunity-cost",
    "spec-estimate",
  ),
  thread(
    "an old phone fleet",
    [
      "e: the app switches to the new sync protocol, 2 weeks",
      "s: a fifth of the drivers runs the app from last year",
    ],
    "compatibility",
    "spec-estimate",
  ),
  thread(
    "guess on a guess",
    ["p: rough number for the data export?", "e: ballpark 3 weeks, I have not looked"],
    "exclusions range uncertainty",
    "spec-estimate estimate-changed",
  ),
  thread(
    "a row",
    ["e: I've told you three weeks four times now", "p: sorry, you are right", "l: let's talk in person"],
    "",
    "range",
  ),
];
