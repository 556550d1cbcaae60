import { remember } from '../remember.ts';
import { stem } from '../stem.ts';

const list = (text: string): string[] => text.trim().split(/\s+/);

const functionWords = list(`
a about above across after again against ago all almost along also although always am amid among an and any anybody anyone anything are around as at away back be became because become becomes becoming been
before behind being below beneath beside besides between beyond both but by can cannot could despite did do does doing done down due during each either else enough etc even ever every everybody everyone everything except far
few for from further get gets getting give given gives giving go goes going gone got had has have having he hence her here hers herself him himself his how however i if in indeed inside instead into is it its itself just keep keeps least
less let like likewise made make makes making many may maybe me meanwhile might mine more moreover most mostly much must my myself near nearly need needed needs neither never nevertheless next no nobody none nor not nothing now of off often
on once one ones only onto or other others otherwise our ours ourselves out outside over own per perhaps please plus put quite rather really regarding regardless same seem seems seen several shall she should since so some
somebody someone something sometimes somewhat soon still such take taken takes taking than that the their theirs them themselves then there therefore these they this those though through throughout thus till to together too
toward towards under unless unlike until up upon us use used uses using usually versus very via was way ways we well went were what whatever when whenever where whereas wherever whether which while who whoever whole whom whose
why will with within without would yet you your yours yourself yourselves i'm i've i'd i'll you're you've you'll we're we've it's that's there's what's don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't
haven't hasn't hadn't mr mrs ms dr zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
seventy eighty ninety hundred hundreds thousand thousands million millions billion dozen dozens`);

/** Words of letters in general. They place, connect and colour; they state nothing that could be checked. Listed once, met in every inflection. */
const letterWords = list(`
keep make take give get go put see use seem become say finish trade receive remain speak language tongue part-time full-time twice thrice able ability accept accomplish achieve achievement act active actively actual add addition additional advance advantage advert advertise advertisement aim align allow alike alongside already apart appeal applicant application apply
appreciate approach area arrive ask aspect attach attention attract available aware background base basic bear begin belief believe belong beneficial benefit best better big bit both bring broad call candidate candidacy capable capacity career careful
carefully carry case catch cause certain certainly challenge chance change chapter choose circumstance clear clearly close closely combine combination come comfort comfortable common company compare competence competent complete completely concern
concrete confident confidence confirm connect consider consideration consistent consistently constant contact contain context continue contribute contribution convince correct count couple course cover covering current
curious curiosity curriculum cv daily date day deal dear decide decision deep demand demonstrate depend describe desire detail detailed determine difference different difficult direct directly discuss discussion
 duty eager early earlier ease easy effect effective effectively effort element employ employer employment enable enclose encounter encourage end enjoy enjoyable enough ensure enthusiasm enthusiastic entire entirely
environment equal equally especially essential evening everyday evident exact exactly example excel excellent excite excited exciting exist expand expect expectation experience experienced expert expertise explain
express extensive extra eye fact factor fair fairly familiar familiarity fast favourite feature feel feeling final finally find first fit focus follow fond force former forward
found fresh full fully function fun fundamental future gain general generally genuine genuinely glad goal good grasp grateful great greatly ground grow guess habit hand handle hand-on hands-on happen happy happily hard hardly
hear help helpful hence hesitate high highly hire hold honest honestly hope hour huge human idea ideal ideally identify imagine immediate immediately impact important importance impress impression include inclusion increasingly
individual inform information initial inspire instance intend intent interest interested interesting introduce involve involved job join keen kind kindly know knowledge known large largely last lastly late later latest lay
learn lend length letter level lie life likely line link little live long look lot love low main mainly major manner mark match matter mean meaning meaningful means meet member mention mere merely middle mind 
modern moment month morning motivate motivation multiple name named natural naturally nature necessary new nice notice number obvious obviously occasion occur offer ongoing open-minded openness opportunity option ordinary organisation
organization original originally outcome overall overview pace paragraph part partly particular particularly passion passionate past perceive perfect perfectly perform period permanent person personal personally perspective
piece place pleasant please pleased pleasure plenty point position positive possess possible possibly post posting potential practical practically practice precise precisely prefer present-day previous previously pride primarily
principle prior priority probably professional professionally profile progress promise proper properly proud prove proven provide purpose pursue quick quickly quiet quietly
range rare rarely reach read ready readily real reality realise realize reason reasonable recent recently recognise recommend refer reference reflect regard regular regularly relate related relation relevant
remain remember remind reply request require requirement resonate respect respond response responsible responsibility rest result résumé resume reveal reward rewarding rich right role rough roughly routine say scope 
 seek select sense sentence separate serious seriously set setting share shape short shortly show side significant significantly similar similarly simple simply sincere sincerely sit situation size skill skilled skillset small
solid sort sound special specific specifically spend spirit spot stage stand start stay steady step stick strength strive strong strongly structure success succeed successful
successfully such suggest suit suitable sure surely surprise surround tackle take talent talented talk task tell tend term thank thanks that thing think thorough thoroughly thought thoughtful tie time title today toolkit topic total
 true truly trust truth try turn typical typically ultimately understand understanding useful usual usually vacancy valuable value varied variety various vary view visible vital 
 want warm warmly way wealth week welcome while wide widely willing willingness wish wonder word work working workplace world worth worthwhile year yesterday zeal 
strengths tasks duties tasked honed hone gained sharpen deepen broaden foundation solidly firm firmly built-in equip equipped transferable applicable directly hands firsthand first-hand closely day-to-day week-to-week end-to-end
whatever stage another anywhere attitude mindset outlook ethos ethic shine straight straightforward thereby whereby therein hereby henceforth overall altogether further furthermore meantime nowadays currently presently
moreover alone apart aside ahead sometimes `);

const functions = new Set(functionWords);
const surfaces = new Set([...functionWords, ...letterWords]);
const stems = new Set(letterWords.map(stem));
/** Their stem is generic, they are not: facts hide behind an ordinary verb. */
const factual = new Set(
  list(`teams team manager sold seller trained trainer employees employee founder founded founding finding openings contractor`),
);

/** Whether a word carries no fact of its own. */
export const isGeneric = remember((word: string): boolean => {
  const plain = word.toLowerCase().replace(/’/g, "'");
  if (surfaces.has(plain)) return true;
  return !factual.has(plain) && stems.has(stem(plain));
});

/** Whether a word only joins others: article, preposition, pronoun, auxiliary. */
export const isFunctionWord = (word: string): boolean => functions.has(word.toLowerCase().replace(/’/g, "'"));
