const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const functionWords = words(`
a about above across after again against all almost along also although always am an and any anything are around as at away back be became because become been before
being below between both but by can cannot could did do does doing done down during each either else enough even ever every everything few for from further get gets
getting give given go goes going got had has have having he her here hers him his how however i if in into is it it's its itself just keep least less let like made
make makes making many may me might mine more most much must my myself near need needs never no nor not nothing now of off often on once one only onto or other others
our ours out over own per perhaps put quite rather really same see seen several shall she should since so some something soon still such take taken takes than that the their
them then there therefore these they thing things this those though through thus to today together too took toward towards under until up upon us use used uses using
very via was way ways we well were what whatever when where whether which while who whom whose why will with within without would yet you your yours i'm i've i'd i'll
you're you've that's don't it's can't didn't wasn't there's`);

/** Words of letters in general: they place and connect, they state nothing that could be checked. */
const letterWords = words(`
able ability ad add adverts advert aim aims align aligned aligns answer appeal appealed appeals application applying applied apply approach appreciate ask asks asking asked attach attached attract attracted
available background believe best better bring bringing brings candidate candidacy care career carry chance clear close closely combination come comes commitment company conversation consider consideration contact contribute contributing
contribution convinced cover currently curriculum daily day deal detail details difference direct directly discuss discussing draw drawn draws eager effort employer encourage enclosed enjoy enjoyed everyday example excited
exactly expect experience experienced experiences explain eye fact facts familiar feel felt field find first fit fits focus follow found forward further glad good grateful great happy hard hear hearing hello help helped helpful helps
hiring honest honestly hope human idea impressed impression include included includes including interest interested interesting interests interview introduce involved involves job join joining keen kind know knowing knowledge known learn learned learning
learnt letter life line list listed little lists long look looking love main match matches matter matters mean means meet meeting member mention mentions mind moment months name new next note notice noticed offer offered offering
opening opportunity order organisation organization part particular particularly past people's person personal place plain play please pleased point position possible post posting posted practice prepared present previous previously
proud provide purpose question questions reach read reading ready reason recent recently regard regards related relevant resonate resonated resonates respect respond result résumé resume right role roles said say says saying
search sense serious service shape share show showed shows side similar sincerely skill skills small sort speak speaking spend stand start started stayed step strength strengths strong strongly suit suits sure talk talking
task tasks taught team teams tell thank thanks think thought throughout time times told toolkit tools trust try trying understand understanding value valued values want wanted website week weeks welcome willing wish wished word words work worked working
works world worth write writes writing wrote written year years yours hands-on day-to-day early earlier later latest before line lines site web page responsible responsibility responsibilities current mean real show alongside
attention bring caught comfortable deep deeply drive effective enthusiasm enthusiastic excellent fully future genuine genuinely grow growing growth high ideal important learnings level lot motivated motivates passion passionate
quality quickly solid successful success thing top truly useful usual wide background behind stage step another add sincere warm warmly confident confidently evident expectations requirement requirements require requires required
call calls wherever sounds sound size visible speaks told closest stands stood rests habit open thorough advertise advertised reply hold holds holding held`);

/** Words that carry no fact. Stems and surface forms both pass through here. */
export const genericWords: ReadonlySet<string> = new Set([...functionWords, ...letterWords]);

const classes = [
  'reduc cut lower decreas drop fall shrink halv',
  'increas grow rais ris boost improv',
  'publish releas',
  'public openl open',
  'post-mortem postmortem report',
  'build develop creat construct',
  'manag supervis overse',
  'people staff employe person colleagu',
  'pupil student',
  'client custom',
  'handl process',
  'lead head',
  'teach instruct',
  'degre bachelor bsc ba beng',
  'hospital clinic',
];

/** Stem to the stem that stands for its class. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  classes.flatMap((line) => {
    const [head = '', ...rest] = line.split(' ');
    return rest.map((word): [string, string] => [word, head]);
  }),
);

/** Tools and techniques people also write in lower case; as a person's claim each must stand in the resume. */
export const technologies: ReadonlySet<string> = new Set(
  words(`
ansible angular aws azure bash bigquery cassandra chef circleci cobol c++ c# clickhouse confluence css cypress databricks datadog django docker dynamodb elasticsearch elixir erlang express fastapi figma firebase flask flutter fortran gcp
git github gitlab golang grafana graphql grpc hadoop haskell helm heroku hibernate html hubspot java javascript jenkins jest jira jquery julia kafka keras kotlin kubernetes k8s lambda laravel linux looker magento mariadb matlab
mongodb mysql neo4j nestjs netsuite next.js nginx node.js nodejs nosql numpy oauth objective-c openshift openstack oracle pandas perl php photoshop playwright plc postgres postgresql powerpoint powershell prometheus puppet python
pytorch quickbooks rabbitmq rails redis redux ruby rxjs salesforce sap sass scala scikit-learn scrum selenium snowflake solidity splunk spss sqlite sql stata svelte tableau tensorflow terraform typescript unix vmware vue webpack
websocket wordpress xero zendesk kanban autocad revit solidworks`),
);

/** Verbs and nouns of rank and authority: a person's claim to one must stand in the same role, in the same class. */
export const rankClasses: readonly string[][] = [
  ['found', 'co-found', 'cofound', 'establish'],
  ['direct'],
  ['mentor', 'coach'],
  ['manag', 'supervis', 'overse'],
  ['chair'],
  ['hir', 'recruit'],
  ['train'],
  ['negotiat'],
  ['spearhead', 'pioneer'],
  ['win', 'award'],
  ['promot'],
  ['lead', 'head'],
];

/** What a qualification is called, by class; a mention of one must find its class in the evidence. */
export const qualificationClasses: readonly RegExp[] = [
  /\b(?:ph\.?d|doctorate|doctoral|d\.?phil)\b/iu,
  /\bmba\b/iu,
  /\b(?:master['’]?s|masters|m\.?sc|m\.?eng|m\.?ed|m\.?phil)\b/iu,
  /\b(?:bachelor(?:['’]?s)?|b\.?sc|b\.?eng|b\.?ed)\b/iu,
  /\b(?:first[- ]class|honou?rs|distinction|cum laude)\b/iu,
  /\b(?:diploma|nvq|hnd|hnc)\b/iu,
  /\b(?:apprenticeship|apprentice)\b/iu,
  /\b(?:pgce|qts|qualified teacher)\b/iu,
  /\b(?:degree|graduated|graduate)\b/iu,
  /\b(?:certified|certification|certificate|licen[sc]ed?|chartered|accredited)\b/iu,
];

/** What stands for the two general classes above: any degree, any certificate. */
export const anyDegree = /\b(?:degree|graduate|bachelor|master|b\.?sc|b\.?a|b\.?eng|b\.?ed|m\.?sc|m\.?a|m\.?eng|mba|ph\.?d|diploma)\b/iu;
export const anyCertificate = /\b(?:certif\w*|licen[sc]\w*|charter\w*|accredit\w*|regist\w*|qualif\w*|nvq|pin)\b/iu;
