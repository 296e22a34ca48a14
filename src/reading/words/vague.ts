/** Words that size work without a number. `_` stands for a blank inside a phrase. */
export const VAGUE_WORDS = {
  /** Sizes by themselves, wherever they stand. */
  idiom: `hardly_worth_a_ticket long_job long_haul long_slog no_time in_no_time no_time_at_all day's_work nothing_big nothing_difficult nothing_hard nothing_dramatic nothing_fancy nothing_major nothing_complicated nothing_serious nothing_wild not_worth_a_ticket child's_play barely_any_work hardly_any_work back_of_my_hand with_my_eyes_closed done_in_no_time a_day's_work walk_in_the_woods piece_of_cake no-brainer no_brainer nobrainer peanuts one-liner oneliner one_liner rabbit_hole can_of_worms easy_peasy child's_play childs_play
    walk_in_the_park no_biggie nbd no_big_deal not_a_big_deal not_a_huge_deal big_deal next_to_nothing low-hanging_fruit low_hanging_fruit cakewalk
    doddle no_small_feat no_small_thing no_small_task no_mean_feat tall_order small_potatoes a_nothing a_sneeze
    non-trivial nontrivial non_trivial pita pain_in_the_neck uphill_battle big_ask herculean mammoth_task
    not_rocket_science minefield a_stretch quick_win easy_win quick_fix heavy_lift light_lift low_effort high_effort a_cinch
    plain_sailing slam_dunk two_minutes'_work moonshot time_sink timesink back-breaking labour_of_love half_a_lifetime quickie`,
  /** Sizes when the sentence says "it is …" or stands alone with it. */
  beast: `beast monster slog nightmare breeze snap grind bear whopper behemoth doozy trifle formality beasty cinch
    marathon monstrosity mess swamp bummer ordeal headache rewrite undertaking`,
  easy: `quick easy trivial simple small tiny little minor low straightforward straight-forward cheap painless light tiniest easiest simplest
    quickest smallest short fast modest mechanical`,
  hard: `big huge heavy massive serious major chunky hefty decent sizable sizeable significant substantial hard tough tricky complex
    complicated gnarly hairy enormous giant bigger massively considerable gigantic monstrous mammoth nontrivial large-ish
    biggish largeish smallish medium-large`,
  task: `one lift win fix job thing task effort change work undertaking project chunk feat deal ticket piece tweak patch refactor lump
    exercise story hack surgery endeavour endeavor bite item ask`,
  amount: `lot lots bit bunch chunk ton tons heap pile mountain load loads amount`,
} as const;
export type VaguePart = keyof typeof VAGUE_WORDS;
