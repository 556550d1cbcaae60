import { remember } from './remember.ts';

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]);

const irregular = new Map(
  pairs(`led:lead built:build rebuilt:rebuild ran:run taught:teach wrote:write written:write rewrote:rewrite rewritten:rewrite grew:grow grown:grow held:hold sold:sell
won:win made:make brought:bring kept:keep fell:fall fallen:fall rose:rise risen:rise gave:give given:give took:take taken:take began:begin begun:begin spoke:speak
spoken:speak oversaw:oversee overseen:oversee met:meet drove:drive driven:drive chose:choose chosen:choose spent:spend bought:buy dealt:deal dug:dig fed:feed lent:lend
left:leave found:find thought:think knew:know known:know drew:draw drawn:draw sent:send paid:pay laid:lay went:go gone:go came:come stood:stand understood:understand
became:become saw:see seen:see did:do done:do said:say told:tell felt:feel caught:catch bore:bear sang:sing swam:swim flew:fly flown:fly rode:ride shot:shoot showed:show shown:show
lost:lose sought:seek froze:freeze frozen:freeze wove:weave woven:weave ground:grind bent:bend swept:sweep shut:shut hung:hang struck:strike spun:spin slid:slide bred:breed
min:minute mins:minute hr:hour hrs:hour yr:year yrs:year sec:second secs:second mo:month wk:week annual:year annually:year yearly:year annum:year monthly:month weekly:week daily:day nightly:night
quarterly:quarter hourly:hour children:child women:woman men:man people:people feet:foot teeth:tooth lives:life knives:knife shelves:shelf halves:halv half:halv leaves:leave
maintenance:maintain maintained:maintain compliance:comply complied:comply complies:comply analyses:analysis analysed:analysis analyse:analysis analyze:analysis analyzed:analysis analysing:analysis analyzing:analysis
analyst:analysis analytic:analysis analytical:analysis diagnoses:diagnosis diagnose:diagnosis diagnosed:diagnosis diagnosing:diagnosis diagnostics:diagnosis diagnostic:diagnosis
theses:thesis growth:grow sales:sale seller:sell sellers:sell salesperson:sale salespeople:sale thieves:thief proof:prove choice:choose advice:adviz practise:practice practised:practice practising:practice
licence:licens license:licens licences:licens licenses:licens licensed:licens licenced:licens labelling:label labelled:label programme:program programmes:program programmed:program programming:program programmer:program
centre:center centres:center metre:meter metres:meter litre:liter litres:liter fibre:fiber theatre:theater catalogue:catalog catalogues:catalog dialogue:dialog judgement:judgment jewellery:jewelry
lying:lie dying:die tying:tie using:use used:use uses:use  users:user shipping:ship shipped:ship planned:plan planning:plan planner:plan cheque:check cheques:check tyre:tire tyres:tire
registration:register bakery:bake bakeries:bake advisory:adviz success:succeed successful:succeed successfully:succeed succeeded:succeed strength:strong health:health healthy:health wide:wide width:wide long:long length:long deep:deep depth:deep
delivery:deliver deliveries:deliver delivered:deliver delivering:deliver discovery:discover recovery:recover recoveries:recover laundry:laundry entry:enter entries:enter
receipt:receive receipts:receive reception:receive receptionist:receive description:describe subscription:subscribe subscriptions:subscribe subscriber:subscribe subscribers:subscribe prescription:prescribe prescriptions:prescribe prescriber:prescribe
responsible:respons responsibility:respons responsibilities:respons apprentice:apprentic apprenticeship:apprentic apprentices:apprentic electrician:electric electrical:electric electrics:electric
safety:safe safely:safe daily:day carer:care carers:care caring:care cared:care careful:careful treatment:treat nursing:nurse nurses:nurse midwifery:midwife midwives:midwife`),
);

/** Words that end like an agent, a participle or a plural and are none. */
const whole = new Set(
  `care number user runner order paper water quarter chapter master member december september october november counter border corner offer power tower winter summer dinner matter center shelter document present parent supply apply reply family assembly mentor tutor tailor
shoulder consider deliver discover recover register remember transfer answer enter foster author motor sector doctor factor tutor major minor floor door color labor favor honor
harbor server computer letter better former latter other another whether together rather either neither never ever over under after however cover layer river silver monitor mirror
senior junior superior interior exterior anterior career engineer volunteer beer deer cheer peer freer officer customer partner quarter weather leather feather brother mother father sister
daughter finger hunger anger danger stranger trailer tender gender lender render under wonder thunder timber lumber amber chamber cucumber october plumber during string spring
bring thing king ring wing ceiling morning evening nothing something anything everything red bed need feed speed seed exceed proceed succeed hundred sacred kindred shed
bus gas plus focus status campus virus bonus census nexus basis crisis analysis diagnosis thesis emphasis axis species series news physics mathematics maths economics electronics
ethics politics logistics gymnastics always business process access address class glass pass cross press stress loss boss mass chess less unless mess dress progress success across
this his its us yes thus perhaps minus lens pharmacy always operations`
    .trim()
    .split(/\s+/),
);

/** Plurals and adverbs, which may hide an ending of the next kind. */
const surface: [RegExp, string][] = [
  [/(?<=[sxz]|ch|sh)es$/, ''],
  [/ies$/, 'y'],
  [/(?<=[^s])s$/, ''],
  [/(?<=.{3})ically$/, 'ic'],
  [/(?<=.{3})ly$/, ''],
];

/** The first that fits is taken off. */
const derived: [RegExp, string][] = [
  [/(?:isation|ization)$/, 'iz'],
  [/(?:ification|ificate|ified|ifying|ify)$/, 'if'],
  [/(?:ied|ying|iers?)$/, 'y'],
  [/(?<=.{3})(?:er|or)?ship$/, ''],
  [/(?<=.{3})ability$/, 'abl'],
  [/(?<=.{3})ibility$/, 'ibl'],
  [/(?<=.{3})(?:ician|ical)$/, 'ic'],
  [/(?<=.{4})(?:ational|ation|ator|ating|ated|ate|ative)$/, ''],
  [/(?<=..)uct(?:ion|or|ing|ed|ive)?$/, 'uc'],
  [/(?<=..)ision$/, 'iz'],
  [/(?<=.{3})ion$/, ''],
  [/(?<=.{4})(?:ment|ness)$/, ''],
  [/(?<=.{4})(?:ance|ant)$/, ''],
  [/(?<=.{3})(?:ing|er|or|ee)$/, ''],
  [/(?<=.{2})ed$/, ''],
  [/(?<=.{4})(?:ity|al)$/, ''],
];

const replaceFirst = (word: string, rules: [RegExp, string][]): string => {
  const [pattern, ending] = rules.find(([pattern]) => pattern.test(word)) ?? [/$/, ''];
  return word.replace(pattern, ending);
};

function withoutEndings(word: string): string {
  const base = word.replace(/(?<=.{2})is(e[sdr]?|ing|ers?|ors?)$/, 'iz$1').replace(/our(?=$|s$|ed$|ing$|able$|ful$|ite$)/, 'or');
  if (base.length <= 3 || whole.has(base)) return base;
  if (base.length === 4) return base.replace(/(?<=[a-z]{2}[^s])s$/, '');
  const singular = replaceFirst(base, surface);
  return whole.has(singular) || singular.length <= 4 ? singular : replaceFirst(singular, derived);
}

const finish = (base: string): string => {
  if (whole.has(base)) return base;
  const single = base.replace(/([bdfglmnprt])\1$/, '$1');
  return single.length > 3 ? single.replace(/[ey]$/, '') : single;
};

function readStem(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s$|'$/, '');
  const known = irregular.get(plain);
  if (known !== undefined) return finish(known);
  const base = withoutEndings(plain);
  return finish(irregular.get(base) ?? base);
}

/** The word without case, inflection and spelling variant, so that `organised` meets `organize` and `installation` meets `install`. */
export const stem = remember(readStem);
