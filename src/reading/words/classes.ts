/** Small groups of words that the frames ask for by name. Unlike signs, they tell nothing by themselves. */
export const WORD_CLASSES = {
  /** What can be done: "a 2 day job". */
  work: `work effort job task worth project thing story ticket one fix change piece chunk item undertaking exercise epic build estimate
    mission affair gig porting port migration refactor rewrite`,
  auxiliary: `is are can could would will do does did should was wld may might has have isnt isn't couldn't can't won't wouldn't shall were`,
  askWord: `how what why when which who any wdyt eta where whats what's whens anyone`,
  /** Opens a question even where nobody typed the mark. */
  bluntAsk: `how whats wdyt any`,
  subject: `i you u we they he she it this that these those the a an my your our their there anyone someone somebody anybody everyone ya us
    thats all`,
  /** After an auxiliary: "could be 3 weeks" asks nothing. */
  plainVerb: `be do have take get probably easily also just not go make still only ship land finish deliver need deffo definitely prob prolly`,
  filler: `so and but or hmm hey ok okay hi oh well sorry lol uff hm yes yep yeah yup no nope nah sry btw re`,
  doubting: `idk dunno`,
  would: `would wouldn't could might`,
  wouldOnly: `would would've wouldn't wouldve`,
  have: `have has had got i've we've ive weve 've they've you've`,
  perfectHave: `have has had i've we've ive weve 've haven't hasn't`,
  participle: `put been spent taken given gone written run cost paid sat had already now only`,
  take: `take taking took`,
  person: `i we im i'm he she they`,
  was: `was were wasnt wasn't weren't`,
  old: `old ago behind older newer overdue late early straight running later back`,
  thenPast: `was were had went took has passed`,
  left: `left remaining more extra`,
  every: `every each per once twice second times x`,
  rate: `once twice times x point points ticket tickets people branches minute minutes hour hours day days`,
  last: `last past previous first second every`,
  effort: `dev person man engineer engineering developer eng manday mandays md pd workdays people team effort coding`,
  more: `more another additional extra further`,
  verbAfter: `is was are max long before after later until`,
  rhythm: `seasons iterations cycles trains season iteration cycle train sprint sprints`,
  has: `is has lasts takes here means`,
  ours: `a our the one`,
  when: `if when unless even`,
  pastIf: `was were had took cost went did it'd i'd id needed stayed got we'd would`,
  being: `i'm im i be is she's he's she he are am been we're i'll she'll he'll they're who's was half me`,
  needing: `need needs want gimme give take takes require requires`,
  saying: `say guess reckon see call put calculate estimate vote count giving give bet make expect think aim`,
  calling: `call make`,
  linking: `is are takes costs means will would 's`,
  happens: `is are it's starts begins closes opens ends comes call meeting review`,
  moves: `up down by of lost gained rose fell dropped`,
  confirms: `yes yep yeah yup confirming confirmed correct right still ya aye`,
  same: `still same`,
  still: `still hold holds stand stands stay stays remain remains it`,
  stands: `stand stands hold holds good valid is ok fine it for work works on applies`,
  notPast: `need estimated voted pointed committed`,
  limit: `by until till til to`,
  onAt: `on at`,
  inFor: `in for around toward towards`,
  beforeNot: `before not`,
  negatable: `before until till`,
  denied: `not from`,
  goRun: `go run complete finish`,
  /** "takes me 2 days" */
  taking: `take takes taking need needs cost costs costing give gives eat eats keep keeps`,
  somebody: `me us him her them ya you u`,
  opensAsk: `is would are do does if`,
  never: `will was were has have`,
  /** "won't take long" */
  lastsLong: `take be need last`,
  /** "just a config change" */
  merely: `just only merely basically simply literally mostly`,
  /** "a matter of hours" */
  matter: `matter thing question case`,
  /** May begin a clause without a comma, before a subject. */
  clauseLink: `and n before until till as when once since after while unless provided if where who`,
  clauseSubject: `i i'm im i'll we we're we'll you u he she they it it's its that's thats this my our the nobody everybody there there's what then`,
  /** Begins the main clause after "if …". */
  resumes: `it's that's thats it'll itll that'll we're we'll i'll i'm i'd it'd`,
  /** What a limit that is an event can begin with: "before the winter term". */
  eventLead: `the our next their his her your my this that summer winter spring autumn peak phase release version sprint wave stage gate go first second last old new`,
  /** Words that finders ask for by name and no other table holds. */
  named: `argument attribute becomes checkbox class clause clicking color condition constant couldnt counting css div eg either enum est
    etc fibonacci function ie iframe imo impossible includes json kit latest lower method nearer nr peg property re-pointing regex
    regexp rename rerun resp reuse reusing role settings string style tbh thinking typo unable using variable via vs wrapper yak yaml
    cw kw`,
  verbsAsking: `is are can could does do did`,
} as const;
export type WordClass = keyof typeof WORD_CLASSES;
