const words = (text: string): string[] => text.trim().split(/\s+/);

/** What people of all trades write resume lines with. Those that are nouns as often as verbs are listed apart. */
const verbs = words(`
accelerate achieve acquire act adapt address adjust administer adopt advise advocate allocate analyse analyze answer apply appoint appraise arrange assemble assess assign assist attain attend author automate
bake balance become begin boost bring broaden build buy calculate calibrate canvass carry catalogue cater chair clarify clean close collaborate collate collect combine communicate compile complete compose compute conceive conduct
configure consolidate construct consult contribute convert convince cooperate coordinate co-ordinate correct create cultivate cut deal debug decrease define delegate deliver demonstrate deploy design determine develop devise diagnose
digitise digitize direct discover dispatch dispense distribute diversify document double draft drive earn edit educate eliminate empower enable encourage enforce engineer enhance enlarge ensure equip establish evaluate examine exceed
execute expand expedite explain facilitate feed fill finalise finalize find fit fix forge form formulate foster fulfil gain garner gather generate get give greet grow handle harvest head help hire hold identify illustrate implement improve
increase influence inform initiate innovate inspect inspire install instruct integrate interpret interview introduce invent investigate join keep launch lay lead lecture lend leverage liaise lift listen load localise maintain make manage
manufacture market maximise maximize measure mediate meet mentor merge migrate minimise minimize mobilise model moderate modernise modernize monitor motivate move navigate negotiate nurture observe obtain operate optimise optimize orchestrate
order organise organize oversee overhaul own pack participate perform persuade pick pilot pioneer plan plant prepare present preserve prevent prioritise prioritize process procure produce program promote propose protect provide publish
purchase put raise reach reassure rebuild recommend reconcile record recover recruit rectify redesign redevelop redraft reduce refactor refine refurbish register regulate rehabilitate relaunch remodel renegotiate renew renovate
reorganise reorganize repair replace report represent rescue research resolve respond restock restore restructure retain retrain review revise revitalise rewire rewrite roll run safeguard save schedule scope secure select sell send serve service
set shape shift shorten simplify slash solve source spearhead speak specialise specialize spend sponsor stabilise staff standardise standardize start steer stock streamline strengthen structure study succeed supervise supply support surpass
survey sustain swap tackle take target teach test tidy track trade train transfer transform translate transport treat triage trim triple troubleshoot turn tutor uncover undertake unify update upgrade use utilise validate value verify volunteer
wash weld widen win wire work write care cook nurse drill dress bathe administer inject vaccinate assess refer escort guard patrol pour brew fry grill plate butcher sew stitch cast mill lathe paint plaster tile plumb excavate dig mow prune
lift stack palletise deliver invoice bill bank audit file type transcribe photograph film sing perform rehearse choreograph curate restore archive tour guide coach referee host emcee blog tweet post campaign fundraise lobby litigate plead
counsel mediate arbitrate prosecute defend reshape check finish remove rotate wrap chop peel sweep mop polish iron sort count scan weigh mix spray sand glaze tune align strip commission decommission splice terminate crimp solder rig erect dismantle demolish level render insulate skim minute book forward mark differentiate scaffold invigilate cannulate suture discharge admit rota brief liaise greet seat upsell restore calibrate mould assemble pick sow harvest milk shear groom walk feed breed clip style dye cater season portion plan host interpret subtitle proofread typeset index digitise appraise value survey inspect certify license enforce patrol search detain interview caution escort respond rescue extinguish drill sail dive fly steer dock moor load unload come go know think feel need want leave graze breathe live love enjoy change offer employ open believe invest treat donate recycle brew blend grind weave print breed farm catch ship rent house host celebrate double expand merge found start stay stand sit lie look turn try ask answer tell show play pay visit vote share save waste warm cool heat power light halve quadruple outperform upsell cross-sell onboard offboard cashier till reduce log chart`);

/** A noun as often as a verb: what follows decides. */
export const ambiguous: ReadonlySet<string> = new Set(
  words(`
lead support design test work care contact train repair plan stock order research record account review audit market sample report process program project supply transport trade time head cook drive nurse guard guide host pilot coach
mentor tutor service staff study survey target track transfer update upgrade use value volunteer model film file bank bill blog post campaign chart log plant paint tile tour type weld cast mill fit fix form function help influence interview
launch lecture load measure monitor pack present produce purchase raise release schedule shape shift start structure switch talk dress drill file handle document contract process cut lift increase decrease balance invoice author chair bar mark minute book level point search brief style season portion rota seat walk iron polish mop index scan change offer house host share waste heat power light print farm catch play start visit vote need want love live`),
);

const irregular: Record<string, string> = {
  become: 'became',
  begin: 'began',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  cast: 'cast',
  come: 'came',
  cut: 'cut',
  feel: 'felt',
  go: 'went',
  know: 'knew',
  leave: 'left',
  think: 'thought',
  deal: 'dealt',
  dig: 'dug',
  drive: 'drove',
  feed: 'fed',
  catch: 'caught',
  find: 'found',
  fit: 'fitted',
  get: 'got',
  give: 'gave',
  grind: 'ground',
  grow: 'grew',
  hold: 'held',
  keep: 'kept',
  lie: 'lay',
  pay: 'paid',
  show: 'showed',
  sit: 'sat',
  stand: 'stood',
  tell: 'told',
  weave: 'wove',
  breed: 'bred',
  lay: 'laid',
  lead: 'led',
  lend: 'lent',
  make: 'made',
  meet: 'met',
  oversee: 'oversaw',
  overhaul: 'overhauled',
  put: 'put',
  rebuild: 'rebuilt',
  rewrite: 'rewrote',
  run: 'ran',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  sew: 'sewed',
  sing: 'sang',
  speak: 'spoke',
  spend: 'spent',
  take: 'took',
  teach: 'taught',
  troubleshoot: 'troubleshot',
  undertake: 'undertook',
  upsell: 'upsold',
  'cross-sell': 'cross-sold',
  win: 'won',
  write: 'wrote',
};
const doubling = new Set(
  words('refer transfer program equip label travel model cancel counsel channel patrol control instal commit submit admit fulfil'),
);

const doubles = (verb: string): boolean => doubling.has(verb) || (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) && verb.length > 2);
const base = (verb: string): string => (doubles(verb) ? verb + verb.at(-1) : verb);

function pastOf(verb: string): string {
  if (irregular[verb]) return irregular[verb];
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${base(verb)}ed`;
}

function ingOf(verb: string): string {
  return /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${base(verb)}ing`;
}

function thirdOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:[sxzo]|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

const unique = [...new Set(verbs)];
const table = (form: (verb: string) => string): ReadonlyMap<string, string> => new Map(unique.map((verb) => [form(verb), verb]));

/** Each form of a verb to its bare form. */
export const bareForms: ReadonlySet<string> = new Set(unique);
export const pastForms: ReadonlyMap<string, string> = table(pastOf);
export const ingForms: ReadonlyMap<string, string> = table(ingOf);
export const thirdForms: ReadonlyMap<string, string> = table(thirdOf);
export { pastOf };
