/**
 * How people say what a number holds. `opens` begins the words that are kept ("without the migration"); `says` stands
 * anywhere in a clause that is kept whole ("the migration is on top"). Each is the source of a pattern.
 */
export const STATED = {
  assumed: {
    opens: [
      "assuming",
      "on the assumption",
      "assumptions?:",
      "assumed:",
      "provided that",
      "as long as",
      "given that",
      "presuming",
      "if all goes well",
      "if nothing",
      "if nobody",
      "if everything",
      "without (?:any )?(?:big |major )?(?:surprises|problems|issues|interruptions|hiccups)",
    ],
    says: ["(?:i|we|it|this|which) assumed?s?(?= [^ ])", "^assumes? "],
  },
  depends: {
    opens: [
      "depends on",
      "depending on",
      "dependent on",
      "blocked (?:by|on|until)",
      "waiting (?:for|on)",
      "waits? for",
      "hinges on",
      "subject to",
      "contingent on",
      "only once",
      "once (?:the|they|their|we have|i have|legal|security|platform|design)",
      "as soon as (?:the|they|their|we have|i have|legal|security|platform|design)",
    ],
    says: ["(?:i|we|it|that|this) needs? [^,]{1,40} from", "has to (?:sign off|approve|come first)"],
  },
  out: {
    opens: [
      "not including",
      "not incl",
      "not counting",
      "excluding",
      "excludes?",
      "excl",
      "(?:does not|doesn't|doesnt|do not|don't) (?:include|cover|count)",
      "leav(?:es|ing) out",
      "left out(?: (?:for now|on purpose|so far))?:",
      "excluded:",
      "not in:",
      "(?:i|we)(?:'ve| have)? left out",
    ],
    says: [
      "^left out ",
      "(?:i|we)(?:'ve| have)? left [^,]{1,40} out",
      "(?:(?:is|are) (?:all )?left out|left out(?: (?:for now|on purpose|so far))?$)",
      "(?:not|isn't|isnt|aren't|arent) (?:included|counted|covered|in scope|part of|in (?:that|there|it|the number|the estimate))",
      "(?:is|are|comes?|goes?|would be) (?:all )?(?:on top|extra|separate(?:ly)?|out of scope|excluded)",
      "out of scope",
    ],
  },
  in: {
    opens: [
      "including",
      "included:",
      "in scope:",
      "inclusive of",
      "incl",
      "counting",
      "(?:that|it|this|which|estimate|already) (?:includes?|covers?)",
      "with (?:the |all |full )?(?:unit |integration |e2e |end-to-end )?(?:tests?|testing|e2e|qa|docs|documentation|rollout|monitoring|review)",
    ],
    says: [
      "^(?:includes|covers) ",
      "(?:is|are) (?:already |all )?(?:included|incl|counted|covered|in scope|part of (?:that|it|the)|in (?:that|there|it|the number|the estimate))",
    ],
  },
} as const;

/** Words that leave something out of a number, where there is one in the sentence; elsewhere they describe the product. */
export const BESIDE_A_NUMBER = ["without", "w/o", "minus", "except(?: for)?"] as const;

/** Words that make the clause say the contrary, or nothing at all. */
export const NOT_STATED = {
  assumed: ["don't assume", "not assuming", "sure if", "ask if", "see if", "check if", "know if", "what if"],
  depends: ["not", "no longer", "nobody", "nothing", "isn't", "aren't", "never", "won't"],
  out: [
    "without (?:a |any |big |much )*(?:doubt|error|errors|problem|problems|pain|trouble|risk|help)",
    "(?:without|w/o) (?!testing|monitoring|logging|reporting|training|onboarding)\\w+ing",
    "except (?:that|when|if)",
    "minus (?:nothing|\\d+)",
    "nothing (?:(?:is|was) )?(?:left )?out",
    "not left out",
    "left out by (?:mistake|accident)",
    "left out of(?! (?:it|this|that|the (?:number|estimate|scope|\\d+)|\\d+)\\b)",
  ],
  in: [
    "not sure",
    "unsure",
    "no idea",
    "might be",
    "unclear",
    "counted (?:in|by|per|from|twice|as)",
    "covered by",
  ],
} as const;

/** Words that tell nothing by themselves: "that is on top" leaves open what is. */
export const POINTING =
  "left leaves leaving assumed assumption assumptions excluded incl excl excluding without minus except assuming assume depends depending on waiting wait waits for blocked by once as soon long him her me you us anybody somebody someone nobody nothing he she they needs need each other a an and the that thats that's this it its it's them those these so yes yep yeah no nope not isn't is are be all also just of in on top out for then there though extra included including counted covered scope with without one ones but i we would comes goes already number estimate part";
