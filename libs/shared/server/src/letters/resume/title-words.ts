import { remember } from '../remember.ts';

const words = (text: string): string => text.trim().split(/\s+/).join('|');

/** Words that name an occupation, in the languages resumes come in. */
const occupations = words(`
engineer developer programmer architect nurse midwife teacher tutor lecturer professor manager representative rep executive electrician plumber carpenter joiner technician mechanic assistant associate director officer analyst consultant
designer writer editor accountant lawyer solicitor paralegal clerk administrator coordinator co-ordinator specialist advisor adviser agent driver chef cook waiter waitress barista cashier supervisor lead leader head chief president intern
trainee apprentice volunteer researcher scientist therapist physiotherapist pharmacist doctor physician surgeon paramedic carer caregiver worker operator operative installer fitter foreman forewoman buyer planner recruiter
trainer coach librarian journalist translator interpreter photographer owner founder co-founder partner freelance freelancer contractor sister matron secretary receptionist guard gardener baker tester strategist marketer bookkeeper auditor cto ceo
cfo coo vp seller salesperson salesman saleswoman counsellor psychologist dentist optician hairdresser beautician stylist tailor welder roofer plasterer painter decorator bricklayer mason labourer laborer packer picker porter caretaker
janitor cleaner housekeeper steward stewardess pilot captain mate sailor fisher farmer grower vet veterinarian zookeeper butcher fishmonger florist postdoc postdoctoral student fellow prescriber scholar economist statistician actuary underwriter broker trader banker teller
controller comptroller treasurer bursar registrar principal headteacher headmaster dean demonstrator technologist biologist chemist physicist geologist surveyor estimator draughtsman draftsman machinist toolmaker millwright rigger
scaffolder glazier locksmith courier dispatcher postman firefighter soldier sergeant detective inspector warden curator archivist producer presenter actor musician animator illustrator copywriter proofreader publicist
clinician radiographer sonographer phlebotomist dietitian nutritionist healthcare hca aide orderly chaplain cleric nanny au-pair childminder educator lifeguard instructor referee host hostess bartender sommelier kitchenhand dishwasher
merchandiser stocker storeman storekeeper warehouseman shopkeeper bookseller upholsterer cabinetmaker
elektriker elektrikerin tischler schreiner krankenpfleger krankenschwester pflegefachfrau pflegefachmann lehrer lehrerin verkäufer verkäuferin buchhalter buchhalterin koch köchin fahrer fahrerin leiter leiterin ingenieur ingenieurin entwickler
entwicklerin mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin kaufmann kauffrau mechaniker mechatroniker azubi auszubildender auszubildende praktikant praktikantin referent referentin assistent assistentin berater beraterin
infirmier infirmière professeur enseignant enseignante électricien menuisier vendeur vendeuse comptable cuisinier cuisinière chauffeur ingénieur développeur responsable directeur directrice chargé chargée stagiaire apprenti
enfermero enfermera profesor profesora maestro maestra electricista carpintero vendedor vendedora contable cocinero cocinera conductor ingeniero ingeniera desarrollador gerente encargado encargada
infermiere infermiera insegnante elettricista falegname venditore contabile cuoco autista ingegnere sviluppatore verpleegkundige leraar elektricien timmerman verkoper kok`);
const occupation = new RegExp(`(?<![\\p{L}\\p{N}])(?:${occupations})s?(?![\\p{L}\\p{N}])`, 'iu');

const organisations = words(`
ltd limited inc llc llp gmbh ag kg ohg ug plc corp corporation company co group holding holdings sa sas sarl srl spa bv nv ab oy hospital clinic infirmary surgery hospice school academy college university institute institut nursery kindergarten trust council
authority ministry department agency bank hotel restaurant inn café cafe bakery brewery garage shop store stores supermarket market pharmacy laboratory laboratories labs lab studio studios studio works factory foundry mill mills systems solutions
services software technologies logistics freight haulage transport railways railway airlines contracting contractors builders electrical engineering plumbing consulting consultants partners associates sons brothers bros & foundation charity society
museum library gallery theatre church parish farm estate nhs krankenhaus klinik klinikum schule gymnasium universität hochschule werke werk hôpital clinique école lycée université société colegio escuela universidad ospedale scuola`);
const organisation = new RegExp(`(?<![\\p{L}\\p{N}])(?:${organisations})(?![\\p{L}\\p{N}])\\.?`, 'iu');
/** `glazier`, `optometrist`, `horsewoman`: what the list lacks and the ending tells. */
const agentEnding = /^(?:\p{L}{2,}(?:er|or|ist|ian|ier|eur|man|woman|wright|smith|keeper|in)|\p{L}+frau|\p{L}+mann)$/iu;

export const namesOccupation = remember((text: string): boolean => occupation.test(text));
export const namesOrganisation = (text: string): boolean => organisation.test(text);

/** The word a title is built around: `Software Engineer`, `Head of Sales`, `Teacher (Mathematics)`. */
const headWord = (text: string): string =>
  (text.split(/\s+(?:of|for|in|to|with|de|der|für)\s+|\s*[(/]/i)[0] ?? '').split(/\s+/).at(-1) ?? '';

/** How surely a part of a heading is a title, from 3 down to 0. */
export function titleLikeness(text: string): number {
  if (occupation.test(headWord(text)) && !/(?:ltd|gmbh|inc|llc|plc)\b/i.test(text)) return 3;
  if (occupation.test(text) && !organisation.test(text)) return 2;
  const isShort = text.split(/\s+/).length <= 4 && !organisation.test(text);
  return isShort && agentEnding.test(headWord(text)) ? 1 : 0;
}
