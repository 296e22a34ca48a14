/**
 * Kinds of words that matter wherever they stand, as starts or whole words. A word is of the first kind that has it.
 * Small words (the, of, it) are of no kind: they stand for themselves in the frames a verdict knows.
 */
const KINDS = {
  NOT: `not no nobody noone none never nothing neither nor dont doesnt didnt cant cannot couldnt wont wouldnt isnt arent wasnt werent havent hasnt hadnt shouldnt without nope nah nein aint lacks lacking missing hardly barely yet`,
  KNOW: `know* knew say says tell tells told decid* agreed agree measur* test tested tried try think thought check* look* asked sure clear* certain* plan planned plans settled settle defined fixed figure* found find heard hear promise* answer* reply replied understood understand idea ideas clue seen sort sorted discuss* consider* clarif* determin* establish* resolv* assign* nam* confirm* specif* assess* examin* evaluat* investigat* estimat* judge* guess* verif* written wrote calculat* quantif* count counted`,
  MUST: `need needs have has had must should gotta gonna going want wants id let lets lemme ill will would shall may might could can`,
  WHO: `who whos whose whom`,
  WH: `how what when where which why whether`,
  IF: `if unless until till provided assuming otherwise else once depends depend depending depended`,
  ME: `i im ive we our us me my mine were weve`,
  THEY: `they them their he she him her his theyre`,
  BE: `is are was be been being its thats theres`,
  UNIT: `h hr hrs hour* min mins minute* sec secs second* ms d day* w wk wks week* month* sprint* point* pts quarter* year* yrs fortnight* percent evening* afternoon* morning* night*`,
  DAY: `mon* tue* wed* thu* fri fridays friday sat* sun* jan* feb* mar march apr* jun june jul* aug* sep* oct* nov* dec* tomorrow tmrw today tonight yesterday yday monday spring summer autumn winter easter christmas st nd rd th eow eom eod q`,
  TEAM: `legal design* infra ops operations finance security privacy compliance qa dba* support platform sre* dpo product marketing sales procurement treasury audit* vendor* partner* frontend backend lawyer* infosec oncall on-call helpdesk board customer* client* supplier* ministry council admin* lead manager* colleague* team* people ppl guys folks somebody someone anybody anyone everyone everybody department* regulator* unit office* contractor* agency agencies supplier*`,
  IN: `included include* incl inside excluded excluding exclud* counted covered cover* budgeted extra additional separate separately part scope counts count`,
  VAGUE: `usual* thing* stuff some several various lot lots many few bit bits somehow something smth somewhere complex* complicat* tricky general* normal* basically typical* always everything everywhere better cleaner faster nicer good great nice fine ok okay easy quick simple careful* ambitious realistic interesting possible possibly reality nature life experience`,
  PERHAPS: `probably prob maybe perhaps might likely presumably guess reckon suppose roughly around about hopefully hope apparently supposedly afaik think`,
  LATER: `later soon eventually sometime someday then still open tbd tba pending remains outstanding undecided unclear unknown uncertain unsure`,
  CHAT: `fyi btw pls plz please thx thanks thank heads reminder again anyone anybody sorry sry morning hi hey hello guys whoever lol lmao haha hehe`,
  DOWN: `down slow broken broke red dead stuck hangs locked expired expires crashed crashes gone lost moved moves arrived arrives late back renewed restarted restarting closed closes free full empty installed updated released merged deployed ordered delivered stopped starts cancelled booked`,
  HOUSE: `lunch coffee cake* birthday kitchen fridge milk pizza breakfast dinner tea dentist doctor* kid kids dog cat fever sick vacation holiday* room* parking car bike train bus badge* laptop* monitor* charger* headset desk* printer* vpn wifi password* expense* payslip* survey* newsletter party offsite townhall standup stand-up retro meetup talk photo* picture* calendar meeting* invite* training* weather rain elevator lift heating football weekend marathon mug camera channel thread* ci runner* staging dependabot jenkins grafana wiki card cluster certificate cert building floor canteen office door key* chair* keyboard colleague* intern* folder* slot* seat* poster* box* drawer* shelf desk window*`,
  TECH: `api apis grpc rest json xml yaml http* tls oauth* jwt k8s kubernetes docker container* kafka redis postgres sql orm java go rust python react node netty async stream* cache* queue* event* microservice* service* module* interface* architecture* framework* library schema* index* shard* partition* replica* stateless pod* cluster* autoscal* load pipeline* terraform helm argo coverage lint* pact fixture* log* trac* telemetry otel metric* span* protocol* encrypt* hash* token* key* cert* driver* kernel* buffer* thread* lock* config* template* model* layer* pattern* standard* compliant spec* modular scal* monitor* deploy* rollback flag* canary retry retries timeout* backup* snapshot* migrat* table* column* row* script*`,
} as const;

type Kind = keyof typeof KINDS;

const WHOLE = new Map<string, Kind>();
const STARTS = new Map<string, Kind>();
for (const [kind, list] of Object.entries(KINDS) as [Kind, string][])
  for (const word of list.split(" ")) {
    const into = word.endsWith("*") ? STARTS : WHOLE;
    const key = word.endsWith("*") ? word.slice(0, -1) : word;
    if (!into.has(key)) into.set(key, kind);
  }
const LONGEST = Math.max(...[...STARTS.keys()].map((start) => start.length));

/** The kind of a word, if it is of one. */
export function kindOf(word: string): Kind | undefined {
  const whole = WHOLE.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length, LONGEST); length >= 2; length--) {
    const kind = STARTS.get(word.slice(0, length));
    if (kind) return kind;
  }
  return undefined;
}

const SMALL = new Set(
  "the a an it this that these those of to in on at by for from with into over after before than then as and or but so also too only just out up off there here not no yes do does did you your all both one two three other another same own new old more most less".split(
    " ",
  ),
);

/** A word's kind; a small word itself; else its ending, since endings tell verbs from things. */
export function shapeOf(word: string): string {
  const kind = kindOf(word);
  if (kind) return kind;
  if (SMALL.has(word) || !/^[a-z]/.test(word)) return word;
  const ending = ["ing", "ed", "ly", "s"].find((end) => word.endsWith(end));
  return ending ? `-${ending}` : "-";
}
