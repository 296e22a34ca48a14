/**
 * What somebody who does the work says plainly beside a number, so that anybody would ask one question next: "vendor hasn't given us keys yet",
 * "we need to change the orders table". See `../frames.ts` for the spelling, and `../leads.ts` for what it is worth.
 */
export const PLAINLY = {
  "third-party plainly": {
    "they have not given it": `
      vendor/vendors/provider/supplier/partner/partners/stripe/paypal/twilio/adyen/klarna/salesforce/hubspot/okta * hasnt/havent/didnt/not/never/still * given/give/sent/send/answered/answer/replied/provided/provide/delivered/created/opened/approved
      wait/waiting/waits/waited for/on * keys/key/sandbox/credentials/licence/license/contract/token
      wait/waiting/waits/waited for/on the/our/their/a vendor/provider/supplier/partner
      no/without/missing/need/needs api/test/sandbox/prod keys/key/credentials/account/access | no keys/sandbox/credentials/licence/license/contract
      havent/hasnt/didnt/still/not got/had/get/have/received/sent/give/given * keys/key/sandbox/credentials/licence/license/contract/token/account
      no/dont/havent * access to their/the/his/them vendor/vendors/provider/providers/supplier/partner/sandbox/api/system
      no/dont/havent * access to their | to give/send us/me * access/keys/key/sandbox/credentials/account
      asked the vendor/provider/supplier/them for | vendor/provider/supplier/their/google/apple has/needs/have/must to/first/still/unlock/review/approve | support * hasnt/havent answered/sent/replied`,
    "it hangs on them": `
      depends/depend/depending/hangs on * vendor/vendors/provider/providers/supplier/suppliers/third
      what/how * vendors/providers/suppliers/their * api/sandbox/docs/documentation/support
      need/needs/want/sign/negotiate a/the/new contract/licence/license/account/agreement with/from/for/first the/them/their/vendor/provider/stripe/paypal/twilio
      buy/get/need/order/pay * licence/license | need/needs/something/anything from * vendor/provider/supplier
      use/using/uses/through/via/integrate/connect stripe/paypal/twilio/adyen/klarna/mollie/sendgrid/mailchimp/salesforce/hubspot/okta/auth0/zendesk/docusign/algolia
      use/using/uses/through/via/buy/rent/integrate * external/third party/outside service/provider/tool/api/product | third party service/provider/tool/api/product | external provider/vendor
      external/outside * service/provider/tool/company/system/api | no contract with them/the/vendor`,
  },
  "third-party plainly ok": {
    "they have given it": `
      vendor/provider/supplier/partner gave/sent/provided us/me/the/all | no/without/dont * key/keys/contract/sandbox/licence needed/necessary/required | dont need * key/keys/contract/sandbox/licence | have * keys/contract/sandbox * already`,
  },
  "dependencies plainly": {
    "somebody else first": `
      depends/depend/depending/hangs on * team/teams/design/designs/designer/designers/ops/infra/platform/backend/frontend/marketing/department
      depends/depend/depending on when/whether/if/how * done/ready/finished/finish/free/time/deliver/delivers/available
      wait/waiting/waits for/on * team/teams/design/designs/designer/ops/infra/platform/backend/frontend/environment/server/servers/approval/decision/colleagues/marketing/api/endpoint/endpoints
      blocked/blocker by/on/until
      team/teams/ops/infra/design/designer/designers/platform/backend/frontend/they/department has/have/needs/need/must/should to * first/before
      team/teams/ops/infra/design/designer/platform/department has/needs/must * first/before | team/teams/ops/design/infra isnt/arent/hasnt/havent/not * done/ready/finished/started/yet
      has/needs to * first/before | has/have to/must approve/agree/confirm | needs/need to approve
      need/needs something/anything/things/help/input/work/time/stuff/a/an/the/some * from/of * team/teams/ops/infra/platform/design/backend/frontend/data/security/department
      need/needs/needed/want/require/requires * approval/sign/signoff/ok/go/decision/designs/mockups/access from/off/of/first/to
      need/needs/missing/without/no the/final/new/any designs/design/mockups
      other/another/different squad/team/guys/department builds/build/makes/does/provides/delivers/writes/has | can/could only start/begin when/once/after | marketing/legal/finance/ops/boss/management/customer/client has/needs/have/must to/give/say/send/open/deliver`,
  },
  "dependencies plainly ok": {
    "nobody is waited for": `
      nobody/nothing/noone/no * wait/waiting/blocking/blocked/needed | dont/doesnt need/depend * anybody/anyone/anything/other/else/team | team/teams/they/design/ops/designs is/are/was/were already/done/ready/with done/ready/their/with/too/now/already/for | team/teams/they/design/ops/designs * is/are done/ready`,
  },
  "availability plainly": {
    "away or on other things": `
      im/i/am out/away/off/ooo/gone half/next/this/a/for/on/monday/tuesday/wednesday/thursday/friday/tomorrow/most/part/some/until/two/three/then/in/from
      on/in vacation/holiday/holidays/leave/pto | vacation/holiday/holidays/pto next/this/in/then/between/starts
      only/just * half/part/20/30/40/50/60/some of/the/time/my/day/days/week | half/part/most time | half of/my/the my/the time/week/day | half/part of my time/week
      only/just have/got/get/work/on * days/day/hours/afternoons/mornings/time | days/day/hours/afternoons/mornings a/per/each/every week for/on/only
      im/i/am/also/have/got/do * on call/support/duty/pager | support duty/rotation/shift
      also/still/other/another/besides/beside/next/have/busy/parallel * project/projects/tickets/ticket/topic/topics/stuff/tasks/things to/too/going/on/finish/do/meanwhile/as/in
      busy/working/work with/on * other/another/else | also/still working/busy/needed/assigned/booked on/with/for/in | when/if/whenever i/we have/find/get * time
      only/just back/here/in/available/there/free on/next/from/until/for/half/two/three/after | not full/fully time/on/available
      one/two/three/1/2/3/few days/hours/afternoons/mornings/day/afternoon a/per/each/every week | parental/sick/maternity leave | away/out from * on | cover/covering for her/him/them/anna/tom | besides/beside/alongside that/it/i/im/this/the | still have the/to/a * of/finish/release/bugs/care`,
  },
  "availability plainly ok": {
    "no number but an absence": `vacation/holiday/holidays/leave/pto for 1/2/3/4/one/two/three/four/a week/weeks/month/months`,
  },
  "review-and-qa plainly": {
    "the writing of it alone": `
      no/without/not/excluding/excl test/tests/testing/qa | test/tests/testing/qa/review not/isnt/arent included/in/counted/part/there/yet | test/tests/testing/qa comes/come/extra/excluded/missing
      only/just/pure/purely/merely * coding/code/dev/development/implementation/programming/implementing/writing
      coding/dev/development/implementation/programming only/alone/time | no/without/before review/reviews/qa | until/till * in/to/into review/qa
      how long the programming/coding/development | only/just until the code | i mean coding/development/programming`,
  },
  "reuse-or-new-service plainly ok": {
    decided: `nothing new | thats/already/its/been decided/agreed | decided to reuse/extend/build/use`,
  },
  "reuse-or-new-service plainly": {
    "neither is decided": `
      either/reuse/reusing/extend/extending/use/build/take/adapt * or * new/scratch/separate/separately/fresh/own/another/second
      new/scratch/separate/fresh/own/write/rewrite one/something/it/service/thing/code/module/component/app or * existing/old/reuse/extend/current/have/use/same
      either * existing/old/reuse/extend/current * or | old/existing app/one/service/code/module/thing/system/component or * new/own/separate/scratch/fresh
      not/no/dont/havent/hasnt/unclear/question sure/know/decided/decide/clear/decision/idea/is if/whether/yet/about/which * reuse/reusing/extend/scratch/existing/rebuild
      not/no/dont/havent/hasnt/unclear/question sure/know/decided/decide/clear/decision/idea/is if/whether/yet * use * have/or | not/no/dont/havent/hasnt/unclear/question sure/know/decided/decide/clear/decision/idea/is if/whether * new/own/separate service/one/app/module/component/thing
      maybe/perhaps/could/might/probably/possibly we/i/can/could/also/just/even reuse/use/take/build/extend/adapt * existing/old/have/already/same/auth/shared/current
      could/might/can/maybe build on * existing/old/module/service/have/code

      or we/i/to/as/just write/build/make/do/do/set/a/our/an * own/new/one/separate/extra/thing/ourselves | or a/an/our/as separate/extra/own/new/second app/service/one/tool/thing/module | part of the/our * or | we/have something similar in/already`,
  },
  "schema-migration plainly": {
    "the database changes": `
      change/changing/alter/adapt/extend/touch/restructure/split/rename the/our/a/some/all/one/two/several * table/tables/schema/database/db
      change/changing/alter/adapt/extend/touch the/our/a/some/something in/the/database/db/schema the/our/database/db/schema | change/changing/alter/adapt/extend/touch the/our/something/things/stuff/in database/db/schema
      table/tables/schema/database/db/model has/have/needs/need/must/will/would/should/gets to/be/change/changes/changed/changing/altered/extended
      schema/database change/changes | schema/database/db/table migration/migrations | migration/migrate/migrating in/of/for/on/the/our * database/db/table/tables/schema
      add/adding/adds/new/another/few/some/extra/needs/need/two/three column/columns/field/fields to/in/on/for * table/tables/db/database/schema
      add/new table/tables/columns to/in/for the db/database/schema
      table/tables for * has/have/need/needs/must to/be/changed/change | field/column in the * table | split/splitting/merge/merging the * table/tables | database/data model has/have/must/needs/need to/be`,
  },
  "data-backfill plainly ok": {
    "it stays": `
      old/existing records/data/entries/orders/invoices/users/customers/accounts/rows/ones stay/stays/remain/remains/keep/arent/are as/where/the/untouched/their/there/not | no old/existing data/records/entries | there's no old/existing data/records/entries`,
  },
  "data-backfill plainly": {
    "something is there already": `
      old/existing/current/all/older/previous records/record/data/entries/orders/invoices/users/customers/accounts/rows/files/tickets/documents/contracts/profiles has/have/need/needs/must/will/would/should/to * moved/move/migrated/migrate/converted/convert/imported/import/copied/copy/transferred/transfer/updated/brought/be
      have/need/needs/must/to/also/still convert/converting/migrate/migrating/import/importing/move/moving/copy/copying/transfer/backfill/clean * old/existing/current/all/historic/historical/previous data/records/entries/orders/invoices/users/customers/accounts/rows/files/documents/tickets/contracts/profiles
      not/no/dont/havent/question sure/know/idea/decided/is what/how/where * do/does/happens/happen/handle/deal with/to/about/the * old/existing/already/current/have
      not/no/dont/havent/question sure/know/idea/decided/is what/how/if/whether/about * old/existing/previous/historical data/records/entries/orders/invoices/users/customers/accounts/rows/files/ones
      customers/users/people/orders/entries/accounts we/who/that have/are already | import/importing/convert/move the old/existing/excel | years of old/entries/data/orders | what happens/happen with/to the old/existing/current | wrong/old/different format`,
  },
  "debt plainly": {
    "quick now, properly later": `
      quick/temporary/ugly/dirty/cheap/small/nasty/little hack/workaround/solution/version/fix for/now/then/first/that/but/we/i/and/to
      hack/workaround/patch for/now/then/first/until/we | quick hack/workaround | quick/fast and/n/but dirty/ugly | workaround | temporary solution/fix/workaround
      clean/cleanup/fix/refactor/redo/rewrite/rebuild/improve/tidy/properly it/up/that/this * later/afterwards/someday/properly/after
      do/make it/that/this properly/right/nicely/cleanly later/afterwards/after/next | redo it/that/this/later/everything | later/afterwards * properly/clean
      hardcode/hardcoded/hardcoding it/that/them/this/the/for | hard code | copy/copying/copied/duplicate * code/logic for/now/and | copy paste | not/isnt pretty/nice/clean/elegant/beautiful | band aid | bandaid | duct tape
      dirty way/solution/version | take/taking/some/few/couple shortcuts/shortcut/corners | cut/cutting corners | temporary solution/fix/thing/one | again/over properly/later/next`,
  },
  "scale plainly": {
    "many are untried": `
      hold/holds/handle/handles/cope/copes/survive/work/works/enough/scale/scales/slow/fast * more/many/all/lots/lot/thousands/millions/load/traffic/peak users/people/customers/data/requests/of/orders/the/load/traffic/at/with
      might/may/could/can/will/would/gets/get/be/is/too/very/really/pretty slow/slower with/if/when/for/under/on/at/once
      performance/speed/load could/might/may/can be/become/get | performance/load/scaling problem/problems/issue/issues/concern/risk | performance/load/speed is/isnt/not unclear/unknown/untested
      not/no/dont/unclear sure/know/idea if/whether/how * fast/handle/handles/hold/holds/scale/scales/performance/slow/load/cope
      never/not/havent/didnt/hasnt tried/tested/checked/run/measured * many/more/load/lots/lot/real/big/large/all/much
      only/just tried/tested it/that/with * ten/few/some/users/small | what happens/if * everybody/everyone/all uses/logs/opens/at/use | at/near its/the limit/limits | loads/load all the/data/of | will/would be slow`,
  },
  "failure-mode plainly": {
    "nothing works without it": `
      down/offline/unavailable/away * cant/couldnt/nothing/nobody/wont/doesnt/stuck/no
      wont/doesnt/cant/nothing/nobody/stops * work/works/working/do/log/pay/order if/when/once/without * service/services/api/server/system/provider/vendor/queue/database/backend
      wont/doesnt/cant/nothing/nobody * without * service/api/server/system/provider/backend | without * service/api/server/provider/backend * doesnt/wont/not/nothing/nobody/cant
      rely/relies/relying on * service/api/server/services/system/provider/being | call/calls/calling/ask/asks/hits * service/api for/on/at/with every/each/all
      need/needs/require/requires * service/api/server/system/provider * be/is/being up/online/available/there/running
      if/when/once * service/api/server/system has/have a problem/problems | asks/calls * service/api for each/every | without the/their/our * server/service/api * nothing/nobody/doesnt | service/api/server being there/up/online/available/all`,
  },
  "security-review plainly": {
    "what others guard": `
      theres/about/with/has/have/store/stores/save/saves/contains/collect/see/sees/show/shows/uses/use personal/private/sensitive/health/medical/biometric/confidential/patient data/information/info/details
      wed/would/store/stores/save/saves/keep/keeps/collect/collects store/save/keep/collect/phone/passport/card/iban/birth/bank/address/addresses/email phone/passport/card/iban/birth/bank/address/addresses/email/number/numbers/date/and/details
      customer/user/payment/employee data/information/details * security/legal/privacy/gdpr/sensitive
      legal/security/privacy/gdpr/compliance/dpo/lawyers/infosec * might/may/should/must/probably/needs/need/wants/want/would/to want/look/see/check/probably/approve/review/need
      should/must/need/have/maybe/perhaps/better/to/lets/probably ask/involve/check/tell/talk legal/security/privacy/compliance/dpo/infosec/lawyers | to/should/must/maybe * ask/check/talk with/to/the legal/security/privacy/compliance/dpo/infosec/lawyers
      not/no/dont/unclear sure/know/idea if/whether/that/its/thats * ok/allowed/fine/legal/compliant/okay
      data/privacy protection/officer officer/has/must/should/see/needs | dpo/officer/legal must/should/has/needs see/to/approve | salaries/salary of/people | id/identity cards/card | send/sends * customer/user/personal data to | childrens/kids/patients names/data`,
  },
  "security-review plainly ok": {
    "they have seen it": `
      legal/security/privacy/compliance has/have/is/are/already/said/gave * approved/reviewed/ok/yes/fine/seen/signed/agreed/happy/done/in | ok/fine/done/agreed/cleared with/by legal/security/privacy/compliance/it`,
  },
  "compatibility plainly": {
    "old ones are out there": `
      old/older/previous/existing app/apps/version/versions/client/clients/browsers/browser/phones/devices * break/breaks/problem/problems/fail/fails/stop/stops/crash
      people/users/customers/everybody/everyone/those/partners/clients on/with/using the/an/a/old/older * might/may/could/will/would/cant/wont have/get/see/need/use/problem/problems/break/stop
      break/breaks/breaking/change/changes/changing * api/apis/contract/interface/format/integration/integrations * customers/clients/partners/others/users/apps
      break/breaks/breaking the/our/old/existing/all/some/public * api/apis/integrations/clients/apps/versions | breaking change/changes
      api/interface/format changes/change/will/would * customers/clients/partners/our | not/isnt/wont/arent/never * compatible with/anymore/any/to | incompatible
      must/have/need/needs/has to/all update/upgrade * app/apps/version/client/clients
      api/format/endpoint will/would/is/are be/different/change/other | dont/who/didnt update * errors/error/get/problems | partners/customers/others/clients use/uses/using/call the/our/that old/endpoint/api/format | old/older app/apps/version/clients cant/cannot | tools/scripts/integrations on that/the/our/this api`,
  },
  "rollout plainly ok": {
    "to everybody": `live for everyone/everybody/all including/with/included/and | including/incl the/rollout/release/going rollout/release/live/to`,
  },
  "rollout plainly": {
    "the release is after it": `
      until/till * merged/merge/staging/test | only/just merged
      release/rollout/rolling/deploy/deployment/launch/golive/live comes/come/is/are/not/happens/would/will * after/later/extra/afterwards/included/separately/yet/then/top
      then/after/afterwards/later/next we/we'd/wed/well/comes/i * roll/release/deploy/rollout/ship/launch/switch | not live yet/then | isnt live
      without/before/excluding the release/rollout/deployment | then its/it/is merged/done | till/until the/it/its * main/master/merged/staging/test | going live/release would/will/is/comes`,
  },
  "reversible plainly": {
    "hard to take back": `
      hard/difficult/tricky/painful to * undo/revert/reverse/rollback | not/isnt/cant easy/easily to/be * undo/undone/reverted/revert/reverse/rollback
      going back/getting back/undoing would/is/will be/hard/difficult/not | hard/difficult/tricky to/for go/get/us back | gets hard/difficult to go/undo/revert`,
  },
  "cost-driver plainly": {
    "there is much of it": `
      lot/lots/loads/tons/bunch/plenty/pile/load of work/stuff/things/changes/code/screens/places/pieces/parts/tickets/detail/details/effort
      thats/its/is/quite/really/pretty/such a/quite big/huge/large/massive/bigger thing/task/topic/one/change/chunk/piece/project/feature/story/job | much work/stuff/more
      many many/screens/parts/places | its/is/really/thats huge | lot to do/change/build/write | lots of parts/screens/places/pieces | lot of parts/screens/places/pieces`,
  },
  "parallel plainly": {
    "one person does it": `
      if/when i/we * alone/myself/solo | by myself/himself/herself | on my/his/her own | all alone/myself
      only/just i/me/max/one/tom/anna/person/dev/developer/engineer/us * can/knows/could/on/do/working/for | only one/1 who/that/person/dev/developer/engineer
      with/for/as one/1/a single/one/person/dev/developer/engineer/developer | one/1/single person/dev/developer/engineer on/for/only/alone/full
      faster/quicker/shorter/sooner/less with/if * two/second/help/someone/somebody/another/more/people/others | help/second/another * faster/quicker/sooner | could use * help/hand
      thats/for for/one developer/person/dev | less/faster/shorter/quicker if somebody/someone/anyone | by/all myself/alone`,
  },
  "opportunity-cost plainly": {
    "something else stands back": `
      something/other/others/everything things/else/projects/tickets/topics/has/have/would/must/will/needs/need/is/to * wait/later/moved/delayed/postponed/pushed/slip/slips/stop
      cant/couldnt/wont/cannot do/finish/work/start/continue * both/same/else/other/anything | stop/drop/postpone/interrupt/leave * what/whatever/everything/something i/im/we/else
      no time for anything/other/something | not both at | other topics/things/projects/work would/have/will/must`,
  },
  "opportunity-cost plainly ok": {
    "nothing stands back": `nothing/nobody/no has/have/needs/else/other/moves/slips/stops/waits | nothing else`,
  },
  "done-means plainly": {
    "one side of it": `
      only/just/pure/purely * backend/api/server/endpoint/endpoints/database | backend/api/server/endpoint/endpoints only/part/side/alone
      server/backend/api part/side/only/bit only/just/at | only/just the/an api/backend/server/endpoint`,
  },
  "integration-testing plainly": {
    "the others are made up": `
      mock/mocks/mocked/mocking | stub/stubs/stubbed/stubbing | fake/fakes/faked it/data/service/services/api/the/them/backend/responses
      dummy/fake/test/made data only/so/for/yet/now/at | only/just * unit tests | unit tests only/so | only/just * with dummy/fake/test/mocked data
      service/api/backend/side isnt/doesnt/not/arent/hasnt ready/exist/there/available/done/finished yet/so/and/now
      dont/doesnt/not exist/exists yet/i/so | never/not/havent ran/run/tested/tried it/them/that/this together/with/against * together/shop/other/system/side/service | with mocks`,
  },
  "docs-and-handover plainly ok": {
    "others know": `
      support/sales/marketing/everybody/everyone already/all knows/know/informed/trained | support/sales/marketing/everybody/everyone is/are/was/were/has/have been/already/informed/trained/told | support/sales/marketing * already knows/know/told/trained`,
  },
  "docs-and-handover plainly": {
    "others must know": `
      support/sales/marketing/operations/helpdesk/users/customers/agents/staff/team/consultants needs/need/has/have/should/must/will/would/wants * know/told/learn/trained/training/informed/explained/instructions/introduction/help
      someone/somebody/who/we/i/also/still/to/and write/writes/update/updates/document/documents/explain/change/explains * docs/documentation/manual/help/guide/handbook/support/sales/faq/wiki/articles/runbook
      to/someone/somebody train/teach/tell/inform/brief/explain * support/sales/users/staff/customers/team/helpdesk/agents
      no/docs/documentation/without documentation/docs/handover/missing yet/included/not | docs/documentation/handover not/missing/isnt/arent/extra
      support/sales/shop/the people/team/staff/agents have/has/need/needs to/a learn/training/know/be/introduction | somebody/someone/we/i has/have/must/needs/need to tell/train/inform/teach/explain | need/needs a training | handbook/manual/help/docs has/have/must/needs/need to/be/changed`,
  },
  "observability plainly": {
    "nobody would see": `
      no/dont/havent/hasnt/without/not/never/any * logging/logs/log/monitoring/alerts/alert/alerting/metrics/dashboard/dashboards/tracking
      wouldnt/dont/nobody/noone/wont/cant/one/would/how/body/doesnt * notice/see/know if/when/that/it/whether * breaks/fails/works/stops/down/broken/working/wrong/fail/break
      no/there's alarm/alarms on/for/there | only hear/notice/know/see it/that/from from/when/if customers/users/support/somebody`,
  },
  "uncertainty plainly": {
    "new ground": `
      first time/one we/i/for/with/that/on/doing/touching/in/anybody | never/havent/hasnt * done/built/touched/worked/used/made/seen/tried/had/changed this/that/in/on/it/with/something/anything/such/before/like/one/the/library/framework
      nobody/noone/none/hardly * knows/know/touched/worked/understands/understand/wrote/written/remembers/familiar
      new to/for us/me/them/the | no experience | learn/learning the/how/that/this/a * framework/library/language/tool/works/code/api/system/technology/first
      old/legacy code/part/system/module * nobody/left/no/who/author/docs/documentation/documented/without/knows
      wrote/built/author/developer/made it/left/is/that/this/has * left/gone
      none of us/them has/have/knows/did | dont/doesnt know that/this/the code/part/system/module | no idea/clue how the old/whole/code/system/thing | author/guy/colleague/person/one who built/wrote/made/did`,
    "much is unknown": `
      few/some/several/many/lot/lots/open/other unknowns/unknown/uncertain/uncertainty | lot/lots of unknowns/uncertainty/"open questions"`,
  },
  "range plainly": {
    "a guess": `
      just/only/really/pure/wild/rough/total/complete/very/my/a/gut guess/guesstimate/feeling | guess/guessing/guesstimate but/really/only/just/though/at/here/not/for/it
      grain/pinch of salt | nail/pin/quote/hold me | hard/difficult/impossible/early to say/tell/judge | cant/cannot/couldnt/can't really/say/tell/know/promise/judge/estimate yet/exactly/really/say/now/better/it/for
      could/might/may/can be/also/become/take/go/easily/turn * more/double/twice/longer/less/higher/different | more or/could less | up or down | not sure/certain at/about/of/yet all/that/number/it
      gut feeling | a feeling | twice/double/three as/the/that/times much/long/time | dont/not take/a as/that/it a/promise/promised | roughly very roughly | cant/dont say it/that/more`,
  },
  "spike plainly": {
    "a look would tell": `
      not/no/dont/doesnt sure/idea/clue/know/understand about/how/what/yet/enough the/that/it/hard/much/complicated/difficult/long/big/old * part/piece/works/is/looks/integration/import/data
      need/needs/want/would/id/must/should/have like/to to/look/check/try/investigate/read/test/see * look/check/try/investigate/see/read/find/first/before
      tricky/difficult/hard/risky/unclear/complicated/scary/hardest/hairy part/bit/thing/piece is/will/are/would
      cant/couldnt/dont judge/know/estimate the/it/how/yet | i/part cant judge | read/look/check their/the/at/into docs/sdk/api/code/first | if the * does/works/can/supports what/as/like/it/that`,
  },
} as const;
