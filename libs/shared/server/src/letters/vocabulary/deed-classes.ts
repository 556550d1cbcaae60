const lines = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/);

/** What people do at work, and how it is said otherwise. */
export const deedClasses: readonly string[] = lines(`
reduce reduction cut lower decrease drop fall shrink halve trim slash decline dip down less fewer minimise shorten save ease quicker shorter go bring
increase grow raise rise boost climb lift up double triple more higher add multiply uplift upturn go bring
improve better enhance strengthen optimise refine upgrade boost lift raise | halve half | double twice twofold | triple treble threefold
speed accelerate quicken fast faster quicker shorten | slow delay late lag
build develop create construct make produce design write code program implement engineer assemble | develop grow evolve mature extend expand
introduce launch rollout implement establish start bring initiate pilot roll begin set put adopt institute | start begin commence launch open kick
finish complete end conclude wrap close deliver finalise | move migrate transfer shift relocate switch convert port transition
change alter modify adapt adjust convert transform revise rework | replace exchange swap substitute supersede change renew
rebuild redesign rework overhaul renovate refurbish restore restructure rewrite modernise renew | design draw draft plan sketch devise conceive layout
plan schedule organise arrange coordinate prepare rota timetable roster | coordinate organise arrange manage run lead
lead head run manage coordinate organise oversee supervise direct steer guide charge | supervise oversee manage look monitor responsible
manage handle administer run maintain | handle process deal manage serve treat cope field answer respond manage | teach instruct train educate tutor coach explain lesson
train coach mentor induct onboard instruct upskill teach precept educate | mentor coach guide support supervise precept tutor | learn study train attend qualify
care tend treat nurse support help serve look | help assist support aid back | look care tend | sell market trade retail sale | buy purchase procure source order
win secure gain acquire land obtain earn get sign open bring | keep maintain retain preserve hold stay hold | write draft author prepare compose produce document pen
write code program | record document log note register track enter | report present publish share communicate brief | publish release share issue post open
share publish open exchange | present demonstrate show pitch speak talk | fix repair mend restore resolve solve troubleshoot remedy correct debug
maintain service repair upkeep keep look | install fit mount set deploy put | wire rewire cable | connect link join integrate couple attach
check test inspect verify examine audit review control monitor validate assess | test trial try experiment pilot | audit review inspect check
analyse evaluate study investigate examine research assess interpret explore | research investigate study explore | measure quantify gauge track record test
monitor watch track observe supervise follow | find detect discover locate identify trace spot diagnose uncover reveal | diagnose detect identify find
drive haul transport deliver carry ship move distribute | deliver supply ship distribute bring transport | supply provide deliver source | load pack stack fill
pick collect gather fetch | store keep stock warehouse | cook prepare bake grill fry roast make | bake make produce | serve wait cater feed provide
clean wash sanitise disinfect tidy | order request book | sew stitch tailor | paint decorate coat | cut carve saw trim chop | join weld solder fasten
carpenter joiner carpentry joinery woodwork | plaster render | plumb pipe | dig excavate trench | lay install place | grow cultivate plant raise
sort order categorise classify file organise | file archive store | calculate compute count estimate cost | estimate forecast predict project quote price
budget finance fund | invoice bill charge | reconcile match balance close | pay remunerate settle | collect gather recover receive | negotiate bargain agree
advise consult counsel guide recommend | counsel advise support | recruit hire staff appoint onboard | appoint name nominate elect | employ work staff have people
collaborate cooperate partner liaise work together team | liaise contact communicate correspond | communicate talk speak inform tell | translate interpret
interpret translate analyse | edit revise proofread correct | photograph shoot picture | film record shoot | sing perform | play perform | publish print
automate script streamline | streamline simplify optimise rationalise | standardise unify harmonise | simplify ease streamline | organise run host arrange hold stage plan
host hold organise run | attend visit join participate | participate join part take | volunteer help donate unpaid | raise collect fundraise
found establish start create set launch open | open launch start found | close shut end finish | protect secure safeguard guard defend | prevent avoid stop
stop end cease halt | assess evaluate judge appraise mark grade | mark grade assess correct | treat care handle therapy | operate run use work | run operate manage
administer give dispense manage | dispense issue give supply | prescribe order | rehabilitate recover restore recovery | recover recuperate heal | discharge release
admit receive | triage prioritise sort | dress bandage | feed nourish | lift raise move handle | ride travel drive | tow pull haul drag drive | cross go | approve authorise sign
certify sign approve accredit | comply follow adhere meet observe | meet hit reach achieve fulfil satisfy | exceed beat surpass outperform top | miss lack
answer reply respond | resolve solve settle close | escalate raise | reach hit attain achieve get | earn gain make | save spare cut | spend invest | return bring
win award prize | transform turn change | turn convert make change | own run hold | specialise focus | pass succeed | fail break | graduate finish complete study degree
qualify pass certify licens | study read attend graduate degree | found base | live base reside home locate | belong part | employ give | handover transfer pass
shape form | support back maintain help assist aid | provide offer give supply deliver | offer give provide | contribute help add
`);

const deeds = new Set(deedClasses.flatMap((line) => line.split(/\s+/)));

/** Whether a word in its plain form can be what somebody does. */
export const isDeed = (word: string): boolean => deeds.has(word);
