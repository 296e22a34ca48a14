import type { StruckReason } from "../reading.ts";

/**
 * Everyday words by the field they come from, so that a trade nobody thought of is read like the others. Each field says
 * what a find beside its words rather is; what that is worth is learned. `_` stands for a blank in a phrase.
 */
export const FIELDS = {
  /** Things that run by themselves, in any trade. */
  device: [
    "runtime",
    `machine printer robot robots arm conveyor belt pump valve motor engine turbine compressor boiler furnace kiln oven fridge freezer
    dryer washer lathe mill press drone scanner camera sensor sensors radar antenna router modem switchboard charger charging battery
    accumulator panel inverter generator transformer elevator lift crane forklift truck tractor harvester reactor centrifuge
    incubator autoclave sterilizer telescope satellite probe rig bench testbench chamber oscilloscope analyzer spectrometer
    projector speaker console handset tablet phone laptop workstation mainframe firewall nas san tape drive disk ssd raid card
    chip board fpga asic plc microcontroller gateway beacon tracker meter thermostat kiosk terminal till scale locker atm
    tool toolchain agent bot daemon scheduler engine broker hypervisor registry mirror proxy cdn dns host vm pod
    database db warehouse lakehouse bucket blob partition topic stream consumer producer shard node
    process task procedure routine algorithm solver optimizer optimiser simulator emulator renderer encoder decoder parser
    linter scanner crawler spider fuzzer profiler checker validator watcher poller listener webhook hook
    dag airflow jenkins gitlab github_actions action actions terraform ansible helm kubernetes k8s docker hadoop kafka elastic
    elasticsearch postgres mysql redis snowflake bigquery databricks tableau looker sap salesforce`,
  ],
  /** What such things do, and what happens without hands. */
  process: [
    "runtime",
    `cure cures curing dry dries drying ferment ferments fermenting heal heals charge charges charging cool cools cooling heat heats
    heating boil boils melt melts print prints printing scan scans scanning copy copies copying sync syncs syncing upload uploads
    uploading download downloads downloading import imports importing export exports exporting restore restores restoring replicate
    replicates propagate propagates render renders rendering encode encodes encoding transcode transcodes transcoding index indexes
    indexing compile compiles build builds boot boots rebooting restart restarts restarting load loads loading reload recompute
    recomputes recalculate aggregate aggregates compaction compact dedup vacuum analyze train trains train_the inference predict simulate
    simulates calibrate calibrates calibrating calibration warm warms crawl crawls poll polls polling flush flushes
    drain drains draining rotate rotates rolls back_up failover fails_over retries retry backoff settle settles settling
    clear clears clearing batch batches processing processed queued queue_time wait_time elapsed duration runtime wall wallclock
    uptime startup shutdown spin_up spins_up provision provisions provisioning takes_effect kick kicks ingest ingests ingesting ingestion
    burn burns bake_in soaking cycle_time turnaround round_trip roundtrip response response_time latency delay lag
    per_node per_row per_table per_tenant per_shard per_device per_unit per_customer per_build per_deploy per_test per_image per_request
    per_second per_minute per_record per_batch per_scan per_print unattended automatically by_itself on_its_own in_the_background background finishes_around still_going`,
  ],
  /** What is promised, allowed or limited for as long as it says. */
  agreement: [
    "product",
    `agreement contract contracts term terms notice_period notice tenancy lease insurance coverage cover policy guarantee
    warranty membership subscription subscriptions trial trials rental loan mortgage permit visa passport certificate licence license
    passcode voucher vouchers coupon ticket_valid return_policy returns refund_window exchange_period cancellation cancel_within
    cooling-off freeze_period waiting_period window maintenance_window time_window visibility lookback_window hold hold_period
    escrow deposit payout payouts settlement clearing payment_terms net_30 net_60 instalment installment instalments rate_limit rate limits
    limit limits cap caps capped threshold thresholds maximum_length max_length allowance quota quotas bucket budget_period retention
    retain log_retention history archive ttl expiry expiration expire expiring lifetime lifespan shelf shelf_life half-life validity grace
    grace_period timeout timeouts time-out idle inactivity session sessions cookie cookies cache cached token tokens otp link links
    reminder reminders notification notifications digest alert alerts alarm countdown timer deadline_for slot slots booking bookings
    reservation reservations appointment_slot check-in checkout_window delivery deliveries shipping shipment dispatch pickup window_of
    sla slo rto rpo support_window response_target commitment minimum_term minimum_stay stay stays night nights curfew cooldown
    lockout lock-out ban bans suspension streak streaks badge level levels season_pass pass episode episodes track tracks
    video videos clip clips film films movie song songs podcast course courses lesson lessons module_length exam exams quiz program
    programme curriculum semester term_time internship apprenticeship probation training_program
    default defaults setting configurable parameter param field value option options dropdown selector filter chart graph report_window
    plan plans tier tiers package packages freemium premium enterprise_plan`,
  ],
  /** People and bodies who do not do the work. */
  stranger: [
    "external",
    `client clients customer customers user_group buyer buyers shopper seller sellers merchant merchants retailer retailers dealer dealers
    vendor vendors supplier suppliers provider providers carrier carriers courier couriers shipper forwarder manufacturer manufacturers
    contractor contractors subcontractor subcontractors builder builders installer installers landlord tenant tenants owner owners
    investor investors shareholder shareholders board founder founders ceo cfo coo cto cpo cmo vp director directors executive executives
    exec execs management steering steerco committee sponsor sponsors stakeholder stakeholders boss hq headquarters
    sales salespeople marketing legal lawyers lawyer attorney counsel finance accounting controlling procurement purchasing compliance
    auditor auditors audit regulator regulators authority authorities ministry minister government council mayor city municipality county
    state parliament commission court judge tribunal police army fire_brigade customs tax_office irs hmrc sec fda ema bafin ico
    hospital clinic doctor doctors nurse nurses patient patients school university faculty teacher teachers pupil pupils student students
    parent parents museum library theatre theater church charity ngo union association federation league club team_lead
    bank banks insurer insurers insurance_company fund funds broker_dealer exchange visa mastercard paypal stripe adyen klarna
    apple google amazon aws azure microsoft oracle sap salesforce meta facebook github gitlab atlassian slack shopify cloudflare
    airline airlines airport railway port harbour hotel hotels restaurant restaurants farmer farmers grower growers utility utilities grid
    operator operators telco carrier isp broadcaster publisher publishers newspaper press journalist journalists agency agencies
    studio label distributor distributors reseller resellers wholesaler franchise franchisee franchisees partner partners
    competitor competitors acquirer candidate candidates applicant applicants recruiter voters citizens residents public visitors guests
    fans players subscribers donors volunteers jury exhibitors organisers organizers lab laboratory notified_body tuv certifier
    they them their whoever someone_else`,
  ],
  /** What such people set, wish, or have coming. */
  outside: [
    "external",
    `deadline deadlines due due_date tender tenders bid bids rfp award election elections referendum law regulation directive act
    decree ruling hearing inspection inspections accreditation certification_date exam_period term_starts harvest season seasons sowing
    planting expo fair trade_show tradeshow exhibition festival tournament cup championship match kick-off premiere opening
    opening_day open_day launch_party gala campaign campaigns black_friday cyber_monday christmas_business prime_day sale_starts tv_spot
    commercial ad_slot press_release embargo earnings quarter_close year_end_close fiscal_year budget_year tax_season filing
    contract_ends contract_expires renewal renewals renewal_date notice_ends eol end-of-life sunset sunsetting deprecation deprecated
    switch-off switchoff shutdown shut_down cutover_date price_increase prices_go_up goes_out_of_support support_ends
    expect expects expected hoping_for hopes wish wishes wishing demand demands demanded insist insists insisted push_for pushing_for
    ask_for asking_for wants_it want_it needs_it must_have required_by mandated mandates obliged legally by_law
    promised_them promised_the_customer told_the_customer committed_to_the_customer signed
    arrive arrives arriving arrival ships_us lead_time lead_times delivery_time delivery_date backorder back-order stock restock
    pallet container shipment freight boat vessel truckload parcel spare_parts hardware_arrives`,
  ],
  /** Those who do the work. */
  crew: [
    "estimate",
    `developer developers dev devs engineer engineers coder coders programmer tester testers qa designer designers architect
    architects admin admins sysadmin dba devops sre analyst analysts scientist scientists intern interns junior juniors senior seniors freelancer
    teammate teammates colleague colleagues crew pair squad guild tribe chapter lead tech_lead maintainer maintainers backend frontend
    fullstack firmware embedded ios android web data_team platform_team infra_team two_of_us both_of_us the_three_of_us whole_team
    one_person one_dev two_devs two_people someone somebody anyone_on_my_team my_side our_side my_end our_end my_part my_bit
    on_my_own by_myself between_us people hands heads folks guys mechanic electrician fitter welder carpenter technician technicians
    writer editor translator translators copywriter illustrator animator modeller modeler rigger`,
  ],
  /** Coming together at a time. */
  event: [
    "meeting",
    `meeting meetings meet meet-up meetup call calls sync syncs catchup catch-up check-in stand-up standup daily scrum retro retros
    retrospective planning refinement grooming review demo demos showcase presentation presentations talk talks keynote lecture webinar
    workshop workshops session sessions training trainings course_day seminar tutorial onboarding offsite retreat summit conference
    congress fair expo hackathon hackday brainstorm brainstorming kickoff kick-off townhall all-hands allhands ama panel roundtable
    interview interviews screening debrief briefing handover_call dry_run rehearsal rehearsals tour visit site_visit walk-through
    lunch dinner breakfast coffee beers drinks party bbq birthday_party farewell farewell_drinks ceremony jour_fixe office_hours
    1:1 one-on-one 1-1 zoom teams_call hangout huddle room meeting_room booking slot agenda minutes invite invites calendar
    scheduled rescheduled postponed pushed_to moved_to starts_in starting_in begins_at doors tomorrow_at join joining dial dial_in link_to_join
    chat quick_chat sit_down sit_together whiteboard pairing_session interview_slot appointment viewing inspection_visit`,
  ],
  /** Not at work. */
  absent: [
    "absence",
    `vacation holiday holidays leave pto ooo afk sick ill flu fever covid migraine surgery operation hospital dentist doctor doctors gp
    physio therapist therapy optician vet appointment appointments school nursery kindergarten daycare kids kid baby son daughter wife
    husband partner_is mum mom dad parents grandma funeral wedding honeymoon moving_house movers plumber handyman electrician_coming delivery_at_home
    flight flights airport train_to travelling traveling trip journey beach island mountains skiing hiking camping cruise sabbatical
    maternity paternity parental military jury jury_duty marathon festival concert dayoff day-off days_off half-day_off time-off
    unavailable unreachable offline away absent absence gone back returning returns return out off off-duty part-time parttime
    reduced_hours furlough gardening_leave notice_period last_day first_day joins_us leaves_us leaving_us
    autoreply out-of-office oof wfh signing_off logging_off calling_it_a_day heading_out head_out stepping_out stepping_away brb`,
  ],
  /** Words in which something is over. */
  over: [
    "past",
    `was were had did went came took got gave made said told found kept felt held brought thought saw knew heard met paid sent
    spent lost won built bought caught chose drew drove ate fell fought flew forgot froze grew hid led   
    meant rode rose ran shook shot sang sank sat slept slid spoke stole stuck struck swore swam taught tore
    threw understood woke wore wrote began became broke burned burnt learned learnt dealt dug
    added adjusted agreed aimed allowed announced answered applied approved argued arrived asked assigned avoided based blocked
    booked bounced burned called cancelled canceled carried caused changed charged checked claimed cleaned cleared clicked closed
    coded collected compared complained completed configured confirmed connected considered consumed converted copied corrected counted
    covered crashed created damaged debated debugged decided declined delayed delivered demanded deployed designed detected developed
    died discovered discussed documented doubled dragged dropped emptied enabled ended entered escaped estimated expected expired
    explained exported extended failed figured filed filled finished fixed flagged followed forced guessed handled happened hated helped hired
    hoped ignored implemented imported improved included increased informed installed integrated introduced investigated invited
    joined jumped killed landed lasted launched leaked liked listened loaded locked logged looked managed matched measured mentioned
    merged migrated missed mixed modified moved needed noticed occurred offered opened ordered organised organized owned paged painted
    paired passed patched paused performed picked piloted planned played pointed posted postponed practised prepared pressed printed
    processed produced promised proved published pulled pushed queued raised reached received recorded recovered redesigned reduced
    refactored refused released removed renamed repaired repeated replaced replied reported requested required rescued researched
    resolved restarted restored retested retried returned reused reverted reviewed rewrote rolled ruined saved scheduled screwed
    searched seemed served settled shaped shared shipped showed signed skipped slipped solved sorted stabilised stabilized stalled
    started stayed stopped stored struggled studied submitted suffered suggested supported survived suspended swallowed swapped
    switched talked tested thanked tracked trained translated treated tried triggered tuned turned typed updated upgraded uploaded
    used validated vanished verified visited voted waited walked wanted warned wasted watched wired wished wondered worked wrapped
    ages_ago back_in earlier once_took historically last_time previous previously formerly originally initially yesterday in_the_past
    so_far up_to_now until_now for_nothing in_vain postmortem retro_notes lessons_learned learned_the_hard_way in_hindsight hindsight`,
  ],
  /** What hands and heads do with a piece of work, still to come. */
  doing: [
    "estimate",
    `build building write writing rewrite rewriting code coding implement implementing port porting refactor refactoring migrate migrating
    integrate integrating wire wiring hook hooking connect connecting add adding remove removing replace replacing swap swapping
    extend extending extract extracting split splitting merge merging clean cleaning tidy tidying fix fixing repair repairing patch
    patching debug debugging test testing verify verifying validate validating document documenting translate translating design
    designing redesign redesigning draw drawing sketch sketching model modelling modeling prototype prototyping spike spiking set_up setting_up
    configure configuring install installing deploy deploying roll_out rolling_out ship shipping deliver delivering release
    releasing finish finishing complete completing get_it_done get_this_done get_through wrap_up wrapping_up polish polishing
    harden hardening stabilise stabilize tune tuning optimise optimize optimising optimizing automate automating script scripting
    containerise containerize upgrade upgrading update updating bump bumping convert converting adapt adapting adjust adjusting
    change changing rework reworking restructure restructuring reorganise untangle untangling unpick unpicking sort_out figure_out
    investigate investigating research researching evaluate evaluating analyse analyze map mapping model_the draft drafting
    cut cutting sew sewing print_the weld welding solder soldering assemble assembling mount mounting paint painting record recording edit
    editing animate animating rig rigging light lighting mix mixing localise localize label labelling labeling annotate
    annotating review_the backfill_the cleanse reconcile reconciling certify prepare preparing tackle tackling do_it do_this doing_it
    doing_this make_this make_it_work get_it_working get_it_to_work pull_off pull_this_off`,
  ],
  /** Pieces of work. */
  piece: [
    "estimate",
    `work effort implementation development coding build feature features story stories epic epics ticket tickets item items task tasks
    subtask issue issues bug bugs bugfix hotfix fix fixes patch refactor refactoring rewrite rework redesign migration migrations
    upgrade upgrades update updates integration integrations adapter adapters connector connectors importer exporter parser endpoint
    endpoints api apis backend frontend ui ux screen screens page pages form forms flow flows wizard widget widgets dashboard
    dashboards component components module modules service services microservice library lib package sdk plugin extension
    app apps portal site website shop store cms editor viewer player search filter filters login signup onboarding_flow checkout
    payment payments invoice invoices invoicing billing pricing tax report reports reporting export_feature notification_feature chat
    inbox calendar_view map_view table list detail_page profile permissions roles audit_log tests unit_tests e2e_tests integration_tests
    test_suite test_plan qa docs documentation manual spec concept design mockups mockup wireframes prototype poc spike mvp
    pilot beta rollout deployment setup infrastructure environment environments pipeline_setup monitoring logging alerting
    schema data_model mapping mappings script scripts template templates theme branding translation translations copy
    cleanup hardening polish performance security accessibility compliance_work paperwork certification review_round
    firmware driver drivers bootloader hmi protocol interface interfaces layout pcb enclosure jig fixture drawing drawings
    model models rig rigs animation animations shader shaders level_design cutscene trailer sound art assets thing things stuff part parts
    bit piece rest remainder remaining whole_thing whole_lot all_of_it everything this_one that_one first_cut first_version first_draft v1 v2 phase phases stage
    milestone scope estimate option path approach variant version plan_a plan_b happy_path edge_cases`,
  ],
  /** Work by that name. */
  labour: [
    "estimate",
    `work effort coding engineering implementation development dev_work programming toil labour labor elbow_grease typing
    plumbing wiring profiling debugging refactoring testing fiddling tinkering tweaking polishing hardening cleanup scripting`,
  ],
  /** Things that are merely counted or measured. */
  tally: [
    "other-number",
    `dollar dollars euro euros eur usd gbp pound pounds franc francs chf yen cent cents k_ grand million millions billion thousand hundred dozen
    percent per_cent pct degree degrees celsius fahrenheit km kilometer kilometers kilometre metre metres meter meters mile miles cm mm
    inch inches feet kg kilo kilos gram grams ton tons tonnes litre litres liter liters watt watts volt volts amp amps hz mhz ghz
    byte bytes kb mb gb tb rps qps rpm fps px pixel pixels row rows column columns record records entry entries line lines
    file files folder folders photo photos image images page_count pages_long word_count words character characters user users
    customer_count seats seat licence_count people_in attendees participants guests visitors votes likes stars reviews
    comments messages emails calls tickets_open bugs_open incidents issues_open failures errors warnings retries attempts tries
    times version versions build_number release_number floor floors room rooms desk desks table_number gate platform_number track
    bus line_number chapter chapters section sections slide slides step steps item_count pieces units boxes pallets parcels
    orders returns transactions invoices_sent points_of points_on points_behind points_ahead score scores goals match league rank ranks
    place places age_group team_of a_team_of group_of servers nodes containers pods replicas regions countries languages stores branches
    years_old size_of shoe shoes dress dresses jacket shirts t-shirts hoodie sweater socks helmet gloves ring coffee coffees beer beers pizza pizzas
    cookies slices cups plates`,
  ],
  /** What comes round. */
  round: [
    "cadence",
    `every each weekly biweekly bi-weekly fortnightly monthly quarterly yearly annually annual daily hourly nightly twice thrice
    per_week per_month per_sprint per_quarter per_day per_year a_week_we times_a once_a once_per rota roster shift shifts rotation
    rotations on-call oncall duty pager payday payroll salary timesheet timesheets stand-ups ceremonies ceremony cadence rhythm
    cycle cycles recurring regular regularly routine usual usually normally typically always whenever calendar_says release_day deploy_day
    patch_day patch_tuesday release_cycle sprint_length sprints_are our_sprints iterations_are weekdays mondays tuesdays wednesdays
    thursdays fridays saturdays sundays alternate alternating in_turn subscription_renews backup_runs inspections_are reviews_are`,
  ],
  /** Not finished because of others. */
  waiting: [
    "past",
    `waiting wait blocked stuck pending parked idle stalled hanging sitting lying standing queue queueing backlog unanswered unread open_for
    overdue delayed postponed hold_up no_reply no_answer silence since for_weeks for_months for_days for_ages for_years by_now
    already still_waiting still_no still_not nobody_has unresolved untouched ignored forgotten`,
  ],
  /** Talk that is neither. */
  aside: [
    "none",
    `coffee lunch weekend weather rain snow train bus bike car parking dog cat birthday cake pizza beer joke lol haha game movie football
    song band recipe garden plants gym run_in thanks thank_you congrats welcome hello morning_all good_morning good_night
    happy_birthday anniversary milestone_party fun_fact trivia fyi link_here see_above reminder please_note
    start starts starting begin begins beginning kick_off kicks_off pick_up picks_up get_going available_from from_then_on look_at read_through get_back_to come_back_to
    circle_back follow_up revisit decide discuss talk think_about sleep_on let_you_know send share answer reply check_with ask`,
  ],
} as const satisfies Record<string, readonly [StruckReason | "estimate" | "none", string]>;
