/** Words that size work without a number. `_` stands for a blank inside a phrase. */
export const VAGUE_WORDS = {
  /** Sizes by themselves, wherever they stand. */
  idiom: `hardly_worth_a_ticket long_job long_haul long_slog no_time in_no_time no_time_at_all day's_work nothing_big nothing_difficult nothing_hard nothing_dramatic nothing_fancy nothing_major nothing_complicated nothing_serious nothing_wild not_worth_a_ticket child's_play barely_any_work hardly_any_work back_of_my_hand with_my_eyes_closed done_in_no_time a_day's_work walk_in_the_woods piece_of_cake no-brainer no_brainer nobrainer peanuts one-liner oneliner one_liner rabbit_hole can_of_worms easy_peasy child's_play childs_play
    walk_in_the_park no_biggie nbd no_big_deal not_a_big_deal not_a_huge_deal big_deal next_to_nothing low-hanging_fruit low_hanging_fruit cakewalk
    doddle no_small_feat no_small_thing no_small_task no_mean_feat tall_order small_potatoes a_nothing a_sneeze
    non-trivial nontrivial non_trivial pita pain_in_the_neck uphill_battle big_ask herculean mammoth_task
    not_rocket_science minefield a_stretch quick_win easy_win quick_fix heavy_lift light_lift low_effort high_effort a_cinch
    plain_sailing slam_dunk two_minutes'_work moonshot time_sink timesink back-breaking labour_of_love half_a_lifetime quickie
    no_joke no_picnic no_walk_in_the_park hell_of_a_job bigger_than_it_looks bigger_than_it_sounds bigger_than_you_think smaller_than_it_looks smaller_than_it_sounds
    harder_than_it_looks easier_than_it_looks easier_than_it_sounds more_than_it_looks more_work_than next_to_no_work close_to_nothing as_good_as_done
    dead_simple dead_easy easy_enough anything_but_small anything_but_trivial anything_but_easy far_from_trivial far_from_easy
    a_freebie freebie weekend_project day_job full-time_job quite_some_work some_work not_much_to_it nothing_to_it nothing_to_write_home
    five_minute_job five_minutes'_work afternoon's_work an_hour's_work evening's_work week's_work month's_work minutes'_work hours'_work days'_work
    weeks_of_work days_of_work hours_of_work months_of_work years_of_work minutes_of_work copy_and_paste copy-paste plug_and_play
    off_the_shelf out_of_the_box rinse_and_repeat bread_and_butter busywork donkey_work legwork drudgery sisyphean never-ending neverending endless
    dog's_breakfast ball_ache bear_of_a can_do_it_in_my_sleep in_my_sleep blindfolded literally_nothing basically_nothing practically_nothing
    nearly_nothing almost_nothing zero_effort minimal_effort minimum_effort little_effort little_work barely_work hardly_work
    not_a_lot not_that_much not_too_much not_so_much not_a_biggie biggie small_fry small_beer chicken_feed mere_formality
    epic_in_itself project_in_itself project_of_its_own world_of_pain world_of_hurt bottomless_pit money_pit house_of_cards
    take_a_while takes_a_while taking_a_while be_a_while need_a_while needs_a_while quite_a_while a_long_one keep_me_busy keep_us_busy keeps_me_busy keeps_us_busy
    takes_forever take_forever takes_ages take_ages ages_of_work days_not_weeks
    weeks_not_days months_not_weeks hours_not_days minutes_not_hours`,
  /** Sizes when the sentence says "it is …" or stands alone with it. */
  beast: `beast monster slog nightmare breeze snap grind bear whopper behemoth doozy trifle formality beasty cinch
    marathon monstrosity mess swamp bummer ordeal headache rewrite undertaking
    hell pain brute pig bitch bastard doddle nothingburger no-op noop gimme layup lay-up joke dream pleasure jiffy hop skip drag chore odyssey
    dragon hydra kraken beaut killer stinker horror minefield maze labyrinth
    jungle bog quagmire morass hairball spaghetti puzzle brainteaser colossus mountain everest`,
  easy: `quick easy trivial simple small tiny little minor low straightforward straight-forward cheap painless light tiniest easiest simplest
    quickest smallest short fast modest mechanical
    effortless negligible minimal marginal manageable doable bounded contained limited harmless benign routine standard boring dull tame
    elementary basic lightweight lite slight petite mini micro nominal insignificant unremarkable self-contained smallish shortish quickish easyish
    simple-ish quick-ish easy-ish brief speedy swift painfree cosmetic superficial clear-cut quicker easier simpler smaller shorter lighter`,
  hard: `big huge heavy massive serious major chunky hefty decent sizable sizeable significant substantial hard tough tricky complex
    complicated gnarly hairy enormous giant bigger massively considerable gigantic monstrous mammoth nontrivial large-ish
    biggish largeish medium-large
    fiddly finicky fussy tedious laborious arduous gruelling grueling exhausting intricate delicate thorny knotty sticky messy ugly nasty
    horrible terrible awful painful dreadful brutal savage insane crazy dicey daunting formidable ambitious demanding challenging
    time-consuming labour-intensive labor-intensive expensive costly pricey lengthy drawn-out endless bottomless open-ended never-ending extensive
    far-reaching wide-ranging vast colossal immense tremendous humongous ginormous sprawling bulky weighty meaty beefy hefty-ish stiff steep
    awkward cumbersome convoluted elaborate sophisticated harder tougher trickier larger heavier proper goodly respectable real
    unpleasant uncharted difficult`,
  task: `one lift win fix job thing task effort change work undertaking project chunk feat deal ticket piece tweak patch refactor lump
    exercise story hack surgery endeavour endeavor bite item ask matter
    affair business number chunk-of-work slice stretch climb journey trip ride road slog grind commitment investment step stint gig errand
    enhancement adjustment alteration rework rewrite redesign migration clean-up cleanup detour sprint`,
  amount: `lot lots bit bunch chunk ton tons heap pile mountain load loads amount plenty tons_of mass masses slew fair_bit good_deal great_deal deal truckload boatload shitload`,
} as const;
export type VaguePart = keyof typeof VAGUE_WORDS;
