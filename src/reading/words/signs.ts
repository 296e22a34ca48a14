import type { StruckReason } from "../reading.ts";

/** What a group of words speaks for: an estimate, or one of the reasons why a find is none. */
export type Speaks = StruckReason | "estimate" | "none";

/**
 * The words that surround a find, grouped by what they tell about it. `_` stands for a blank inside a phrase.
 * Plural and possessive forms need no entry of their own. What each group is worth, by where it stands, is in `weights.json`.
 */
export const SIGNS = {
  // --- what already happened
  spent: [
    "past",
    `taken given eaten gone_into took spent burned burnt wasted lost ate used lasted sank swallowed invested blew hunted stared
    fought struggled chased cost_us_ cost_me needed consumed devoured sat_down lost_a dragged`,
  ],
  done: [
    "past",
    `shipped merged released fixed closed did made went got ran found delivered launched completed reverted rewrote
    built wrote solved dug tried used gave survived celebrated turned_out ended ended_up wrapped_up came grew happened started
    began broke bought moved copied worked tracked logged paid threw_away`,
  ],
  was: ["past", `was were wasn't weren't had hadn't wasnt`],
  been: ["past", `been hasn't haven't since`],
  ago: [
    "past",
    `ago yesterday yday previously back_then so_far in_the_end last_week last_month last_year last_sprint last_quarter last_time
    in_total all_in_all retro timesheet post_mortem postmortem lessons already over_the_past in_spring last_summer actual
    last_night this_morning`,
  ],
  dig: [
    "past",
    `digging debugging searching hunting waiting chasing staring investigating fighting after_a after_two after_three after_2 after_3`,
  ],
  report: [
    "estimate",
    `says reckons thinks guesses estimates swears promises sees puts_it_at tells told_me told_us said_he said_she confirms confirmed aiming reports_that promised_me answered passes pass_it estimates_it puts_it`,
  ],
  begs: [
    "question",
    `need_a_size need_a_number need_an_estimate need_sth give_me_a_number give_me_a_date need_a_date one_word gut_is_fine could_you
    can_you can_u could_u would_you do_you did_you any_chance do_u are_you are_we are_u how_long how_much how_many how_big how_sure
    how_did how_come how_soon how_fast what_would what_is what's_your whats_your tell_them tell_him telling_them what_do is_that is_this
    is_it or_is_that pick_one ballpark_please pls_estimate please_estimate please_size need_your pls_size`,
  ],
  said: ["past", `said told thought promised planned assumed quoted estimated guessed claimed swore wrote`],
  // --- what comes again and again
  every: [
    "cadence",
    `every each per weekly daily monthly quarterly yearly biweekly fortnightly annually hourly nightly twice once_a
    once_every cadence rotate rotation rotates recurring regularly rhythm cycle alternate every_second every_other times_a
    release_train trains always on_call oncall whatever_happens`,
  ],
  habit: [
    "cadence",
    `reminder committee cooldown sprints season playtest tuesdays mondays wednesdays thursdays fridays saturdays
    sundays recurs deploys invoices planning demo handover payroll rotation releases ceremonies`,
  ],
  // --- what the product does
  product: [
    "product",
    `retention trial ttl warranty refund subscription plan tier ban cooldown lockout token session cookie
    cache window grace notice timeout snooze offer promo discount guarantee license licence expiry rule basket wishlist backup
    delivery shipping loyalty sla slo policy streak membership voucher coupon points_per per_euro free_tier error_budget lookback
    magic_link invite_link otp pin password reset_link quota limit battery euribor fixing euro prorate cooling_off
    plans tokens refunds islands mainland spans traces logs story stories highlights customers_get subscribers users_get payment_terms
    reminder_email add_on addon express unlock program programme course period statutory entitlement leased lease rented tariff allowance validity lifetime answer_period opening_hours appeal probation tenancy`,
  ],
  keeps: [
    "product",
    `expire expires expired lasts kept keeps keep stays stay dies lives live_for retain retains retained store stores
    stored downgrade downgrades valid archived purged deleted_after overwrite overwrites renews auto-renews renew prorated snoozed
    gets_deleted disappears by_design goes_to_sleep sleeps invalidated valid_for after_inactivity inactivity get customers_have extendable renewable`,
  ],
  // --- what a machine takes
  machine: [
    "runtime",
    `job build ci pipeline deploy deployment reindex reindexing backfill batch cron query queries script export
    import restore render rendering etl load scan nightly vacuum cold_start p50 p90 p95 p99 latency gpu gpus cluster replica cpu dbt
    spark training retraining retrain run runs runtime index indexer suite snapshot dump crawl sync cutover_window downtime
    maintenance_window recalc recalculation reshard propagation boot reboot compile compiles compilation burn-in soak soak_test
    batch_job startup failover_time rebuild rebuilds migration_job playbook argo server servers box boxes runner preflight drill lambda container
    upload download transfer replication warmup rollout eod replay process emulator simulation oven campaign progress_bar eval throughput
    bar ota terraform workflow worker queue throttling reboot cooldown_period lock locks tests image warm-up`,
  ],
  works: [
    "runtime",
    `finishes finished_in ran running completes completed_in bake bakes chew chews crunch crunches replays
    on_prod to_run timed_out kicked_off still_running wall_clock overnight per_page per_run per_file bar_says at_this_rate
    green red failed errors page to_go pace`,
  ],
  // --- who sits together when
  meeting: [
    "meeting",
    `meeting sync call retro standup stand-up workshop refinement kickoff kick-off offsite session
    interview 1:1 one_on_one chat huddle zoom teams invite agenda slot workshop demo review_session all_hands allhands townhall
    town_hall playtest grooming training_session onboarding_session lunch coffee dry_run kick_off walkthrough walk_through
    planning_session planning talk chamber_sync fmea round hackathon retrospective webinar summit conference fair party standups
    interviews syncs calls meetup brainstorm committee council board_sits jour_fixe assembly hearing hearings panel briefing`,
  ],
  gather: [
    "meeting",
    `see_you talk_to join joins meet meets bring brings booked book_us grab grabbing grabbed blocked_us blocking
    leaves moved_to starts_at room attend attending present notes_by rescheduled reschedule see_us start_without running_late
    min_late late_start at_the_whiteboard calendar catch_up`,
  ],
  // --- who is away
  gone: [
    "absence",
    `out off away back offline closed leave covers cover moving flight appointment part-time beach mountain greece laptop`,
  ],
  away: [
    "absence",
    `time_off vacations ooo vacation pto holiday holidays sick sickness dentist doctor sabbatical paternity maternity afk jury_duty wedding travelling traveling traveling surgery hospital day_off days_off funeral honeymoon visiting leave_from parental_leave on_leave annual_leave off_work back_on back_monday back_in out_sick out_until out_till out_from out_for out_on out_next out_this out_today out_tomorrow off_from off_until off_till off_on off_next off_for off_today off_tomorrow away_from away_until away_for away_next away_on taking_off nobody_home school_run out_of_office public_holidays school_thing unavailable moving_house errand errands vacation_days holiday_season bank_holiday`,
  ],
  // --- what others do or want
  outsider: [
    "external",
    `customer client vendor supplier regulator ceo cfo cto board sales legal auditor auditors partner apple google ministry government bank marketing management exec execs investors press contractor manufacturer distributor processor operator airline agency amazon microsoft streamer influencer tender procurement court minister parliament eu hr boss leadership company stakeholders shareholders steerco landlord hospital airport competitor competitors they their theirs he his mother union council law directive regulation compliance_date grid_code trade_fair black_friday conference`,
  ],
  wants: [
    "external",
    `wants want asks asked demands demand requires expects expect insists promised deadline due_date mandate
    contract expires expire runs_out eol end_of_life end_of_support out_of_support sunset switches switch_off shuts shutdown deprecated
    deprecates kicks_in kick_in takes_effect in_force opens starts publishes gave_us gives_us until_the closes ends is_over
    over_in announced announcement swears quotes lead_time moves drops_that last_order_date valid_on comes_into fiscal
    gets_valid swears they_write needs_it needs_the`,
  ],
  // --- what is asked
  asks: ["question", `how what why wdyt anyone thoughts whats what's`],
  // --- what is only thought
  supposing: [
    "hypothetical",
    `suppose imagine wish pretend hypothetically in_theory theoretically even_if even_with say_it
    what_if would_have would've wouldve could_have could've couldve should_have should've wed_have we'd_have i'd_have id_have
    not_saying in_a_world in_an_ideal in_a_perfect dream had_we had_i had_they had_you purely_as example for_example e.g if_it_was if_it_were
    if_it_took if_this_were if_this_was if_that_was if_we_had if_i_had say_the say_it's say_it_took say_it_was lets_say let's_say
    ideally ideal_world give_me_ten made_up startup as_if by_now id_be you'd_be unless_somebody if_only wouldn't_have
    if_they_had would've_been if_i'd if_we'd_had`,
  ],
  // --- how old something is
  age: [
    "age",
    `old older since_ outdated stale age behind open_since birthday dated sitting untouched ancient turned from_ago legacy
    newer younger outlived anniversary been_there been_open been_around in_operation oldest aging ageing for_years`,
  ],
  // --- numbers of other things
  counted: [
    "other-number",
    `tickets ticket users user ppl stores runner instance node pod port reviewers criticism feedback hoodie hoodies shirt tee gloves jacket polo merch nps score percent hall axis cabinet room floor building tenants instances nodes shards rows columns cards skins maps size_chart bullet talking_points agenda_points action_points data_points basis_points access_points issues_about worth cents ct sold_out stock variant t3 ec2 vm machine_type overkill memory commission`,
  ],
  // --- what an estimate is made of
  need: [
    "estimate",
    `need needs needing require takes take taking cost costs eats eat gimme give giving want_ i_want costing set_aside
    reserve block_ budget allow book plan_with count_on it_takes makes it_makes will_take i'll_need requires eating would_take`,
  ],
  is: [
    "estimate",
    `it's its it that's thats that is = be would_be will_be we're_at we_are_at i'm_at im_at looks_like looks
    call_it call make_it make calls → we_are_talking talking we_r_talking i_say this_is sits lands_at we_land_at came_out
    more_like rather equals means this these are hits`,
  ],
  shall: [
    "estimate",
    `will 'll i'll we'll it'll itll ill well gonna going_to shall would should can could might may i'd we'd id
    won't wont can't cannot cant shouldn't shouldnt they'll she'll he'll that'll wld`,
  ],
  measure: [
    "estimate",
    `estimate estimated estimates eta effort sizing ballpark guess guesstimate budget vote voted voting
    remaining left work sp swag t-shirt tshirt tshirts t-shirts story_points poker pointing pointed sized figure number
    planned_with engineering implementation end-to-end incl including plus total altogether overall scope worst best
    optimistic pessimistic realistically depends rough roughly capacity timebox spike breakdown sized_at reckon tops development dev_work net_effort workload own_part my_part our_part halfway calculation`,
  ],
  more: ["estimate", `more another additional extra still remaining to_go left remains further rest`],
  doer: [
    "estimate",
    `i i'm im i've ive we we've weve my our us me mine ours myself dev devs engineer engineers backend frontend android
    ios eng team squad qa platform infra design data sre ops us_ our_side my_side our_end my_end alone solo teammate`,
  ],
  part: [
    "estimate",
    `api ui endpoint screen page flow refactor rewrite migration integration feature component service module
    port porting tests testing docs fix fixes bug patch driver parser importer exporter editor upgrade rollout cleanup phase
    setup switch change changes swap wiring plumbing button form widget dashboard report schema model adapter connector prototype
    poc mvp v1 v2 library firmware app version beta piece path path_ handler rework redesign hookup polishing
    certification config theme mapping validation spec story epic ticket`,
  ],
  deliver: [
    "estimate",
    `done ready finished complete completed finish land lands landing ship ships shipping deliver delivered deliver_ live merged in_prod production uat ga go_live release_it code_complete wrap through wrapped up roll_out rolled_out get_it in_your_hands you_get you_have u_have ready_for available closed close_this aiming aim aims targeting target shooting goes_out goes_in go_out be_in make_it_ beta pilot finito on_track merge submit hand_over in_review demo-able usable testflight working deployed completed tested up out reviewed in_the_store on_prod in_production moves you_get u_get cut_over rolled switch_over be_out be_done due lie lies thru with_you be_there have_it be_with goes_live go_out launch launched can_have will_have i'll_have i_have you_have we_have`,
  ],
  chores: [
    "none",
    `look_at have_a_look take_a_look having_a_look looking_at review reviewing send ask decide discuss talk_about remind add your_topics
    check ping answer know_more let_you_know get_back come_back share reply respond estimate_it write_the_spec write_up write_the_doc
    call_them mail forward file report_back clarify sync_on align go_through walk_through present feedback comment comments vote_by
    sign_up fill_in read_it confirm_with book prepare the_estimate an_estimate a_number the_agenda get_you_an_answer
    follow_up looking_into look_into dig_into submit apply register hand_in sign hand_over_to approve decide_on tell let_me_know bring_it raise_it forward_it schedule arrange`,
  ],
  please: [
    "none",
    `please pls plz let's lets_ kindly make_sure remember don't_forget reminder_ can_everyone everyone`,
  ],
  starts: [
    "none",
    `start starts starting begin begins beginning_ kick_off kicking_off pick_up picking_up free_from start_on
    get_started look_at_it come_back get_back`,
  ],
  when: ["none", `if when once unless provided assuming given whenever depending as_soon till_we`],
  list: ["none", `notes minutes context fyi reminder heads_up btw for_the_record`],
  today: ["none", `now currently at_the_moment right_now rn`],
  revise: [
    "estimate",
    `instead actually no_longer not bump bumped bumping revise revised slipped moved pushed turns_out re-pointing
    repointing update updated correction misread sry down_from up_from was_naive used_to_be make_that make_it now longer_than
    dropped goes`,
  ],
  quotes: [
    "quoted",
    `who_wrote who_says wrote mail_of template placeholder ticket_text pre-fills footer landing_page slides
    mail context old_rfc forward`,
  ],
} as const satisfies Record<string, readonly [Speaks, string]>;
