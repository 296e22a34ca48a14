/** Small words that change what stands beside them. `_` stands for a blank inside a phrase. */
export const LOOSE_WORDS = {
  /** The author marks doubt. */
  hedge: `about around circa ca approx approximately roughly probably prob prolly probs perhaps maybe mayb possibly likely ish i_think i_guess guess guessing
    guesstimate reckon i_suppose suspect presumably might could hopefully ballpark swag or_so give_or_take gut finger_in_the_air finger_in_the_wind leaning i_should_think should_think in_the_order_of or_thereabouts thereabouts presumably supposedly educated_guess i'm_guessing im_guessing i'm_hoping with_luck knock_on_wood all_being_well if_all_goes_well all_going_well more_like_a in_my_experience_ napkin optimistically ball_park
    somewhere something_like more_or_less i'd_imagine estimated-ish ard appx approximate rough roundabout i_believe
    wouldn't_bet not_sure can't_really_tell can't_tell dunno idk no_promises thumb feels_like touch_wood fingers_crossed inshallah
    wet_finger back_of_the_envelope loosely vaguely pi_times_thumb i_feel i_hope hoping hope could_be apparently tentatively
    sometime kinda think wild_guess handwavy hand-wavy fwiw_ could_easily plus_minus don't_quote_me unsure uncertain conceivably
    in_the_region_of order_of_magnitude gut_feel feeling seems potentially`,
  degree: `pretty very quite fairly rather kinda kind_of super really so too that totally fully mostly almost just only relatively
    reasonably somewhat bit_of still actually honestly simply literally basically even also now`,
  not: `not no isn't isnt aren't ain't wasn't never nothing cannot can't won't wont isn`,
  article: `a an the this that some another any`,
  /** Stands between the number and the unit and does not change the value. */
  dayKind: `working business dev developer eng engineer engineering person man full solid calendar whole entire good ideal focused
    net actual person's people team work staff head straight clean consecutive more extra additional further long odd sprint
    coding pure honest uninterrupted elapsed short
    qa design designer frontend backend testing tester test ops infra mobile sprinting calendar billable chargeable productive concentrated dedicated fulltime full-time
    undisturbed quiet effective busy hard chargeable little tiny lousy measly mere bloody damn fucking freaking boring happy easy long-ish big gross effort`,
  couple: `couple`,
  few: `few handful`,
  several: `several`,
  half: `half`,
  floor: `at_least minimum min no_less_than not_less_than north_of over more_than upwards_of longer_than at_the_very_least or_more
    not_under not_below can't_be_under cant_be_under cannot_be_under no_fewer_than not_fewer_than upward_of
    exceeding above or_longer min. `,
  ceiling: `at_most max maximum no_more_than not_more_than under less_than up_to below tops or_less inside_of within no_longer_than
    not_longer_than won't_take_more_than wont_take_more_than won't_take_longer_than wont_take_longer_than fewer_than or_under
    upto shouldn't_take_more_than shouldnt_take_more_than won't_be_more_than wont_be_more_than doesn't_take_more_than at_the_most
    shouldn't_be_more_than can't_be_more_than max. well_under
    won't_need_more_than not_even smaller_than not_exceed not_exceeding`,
  joint: `to or till bis until`,
  and: `and & n plus`,
  condition: `if when with w/ w without w/o because bc cuz cause since provided assuming given for once incl including excl excluding
    plus unless though but then so as after before on from tops max instead and at in to`,
  halt: `but so because bc cuz cause which while whereas although though`,
} as const;
export type LoosePart = keyof typeof LOOSE_WORDS;
