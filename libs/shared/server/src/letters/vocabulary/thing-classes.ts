const lines = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/);

/** What work is about, and how it is called otherwise. */
export const thingClasses: readonly string[] = lines(`
people staff employee person colleague teammate coworker worker member team workforce | team crew group squad unit brigade staff | colleague coworker teammate peer
apprentice trainee learner junior | beginner newcomer starter recruit new junior graduate | new newly fresh recently | graduate student
customer client account patron buyer guest shopper consumer | guest visitor customer diner cover | supplier vendor provider contractor wholesaler
pupil student learner child kid youngster schoolchild | class lesson course session group | lesson class teaching session | parent family carer guardian
family relative relation household | patient resident client sufferer person | resident tenant inhabitant | nurse nursing | doctor physician medic clinician
hospital clinic infirmary | ward unit department | school academy college | university college | nursery kindergarten preschool
teacher tutor educator lecturer instructor | farm agriculture agricultural | car vehicle van auto automobile | vehicle van truck lorry fleet hgv car bus | truck lorry hgv
electric electrical power ev | charger charge point charging | train rail railway locomotive | rail railway train | ship vessel boat | aircraft plane airplane
home house property dwelling flat apartment | building site property block premises | site project location yard | shop store outlet branch retail
branch office outlet location site | office branch bureau site | depot yard warehouse | warehouse store depot stockroom | plant factory works mill | kitchen galley
restaurant bistro eatery diner | hotel inn guesthouse | bakery baker bread | meal dish plate food menu | food cuisine meal | waste loss scrap | money cash fund
revenue turnover sale taking income | sale turnover revenue | profit margin earning | cost expense spend bill budget price outlay expenditure | cheap cheaper less
price rate tariff fare cost quote | quote quotation estimate offer | invoice bill | budget fund spend | salary pay wage payroll | tax vat taxation | account ledger book
balance statement | audit review | debt arrears receivable | error mistake defect fault bug flaw issue problem | fault defect breakdown failure error problem trouble
incident outage downtime failure accident event alarm | outage failure downtime incident breakdown interruption | post-mortem postmortem report review
breakdown failure fault stoppage | accident incident injury harm | fall tumble harm | harm injury harmful | risk hazard danger | safe safety secure
security secure protection | complaint grievance issue | return refund | delay late wait | latency delay response lag speed | deploy deployment release rollout
release version rollout publish | service microservice | server machine host | database db sql | data record information | cloud hosting | host hosting | queue backlog
backlog queue pile | pipeline flow stream | event message | software program application app tool system platform | application app program
system platform software tool | website site web page | page site web | code program software | screen interface ui | user customer people | download install
feature function | test check exam | exam test assessment gcse | grade mark result score | result outcome finding score | score result mark rating | rating score review
attendance presence | behaviour conduct discipline | reading literacy | math mathematics maths numeracy arithmetic | science scientific
experiment trial study test assay | sample specimen | laboratory lab bench | lab laboratory | paper article publication leaflet document
leaflet brochure flyer booklet handout pamphlet | document paper manual guide report file documentation | manual guide handbook instruction | list checklist catalogue
checklist list | form sheet template | rule policy regulation guideline standard | standard norm regulation specification | regulation rule law standard
law legal regulation | contract agreement deal | agreement contract | deal contract sale order | lead prospect enquiry | target goal quota objective plan
territory region area district patch | region regional area territory local | country national nation | town city council municipal
council municipal authority town city | city town urban | county region | village rural | international global worldwide abroad overseas | worldwide global international
time duration hour period | quarter quarterly | month monthly | year yearly annual | week weekly | day daily | night nightly evening overnight | evening night
morning early | weekend saturday sunday | summer holiday season | holiday vacation break | winter season | shift rota duty watch | rota roster schedule shift
meeting round session | deadline date time | on-call oncall rota standby | first initial start | second two | half fifty | dozen twelve | pair two couple | third three
less under below fewer | more over above | part half portion share | share proportion portion percentage part | percent percentage share | total sum | number amount count
amount quantity volume | load volume | stock inventory goods | inventory stock | goods product item merchandise | product good item article line
item piece article product | order purchase | parcel package delivery | package parcel | mail post letter | delivery shipment drop consignment | route tour trip run
journey trip route travel | trip journey tour | haulier haulage carrier transport freight | freight cargo load haulage | transport traffic transit logistics
logistics transport haulage | passenger rider traveller | road street highway | machine equipment device tool | equipment machine device kit gear plant
device appliance machine | tool instrument | engine motor | pump compressor | board panel | cable wire lead | light lighting lamp | emergency crisis urgent
urgent emergency | heat heating boiler | boiler heating | water plumbing | pipe pipework | wood timber wooden | timber wood | stair staircase | floor flooring
roof roofing | wall partition | window glazing | door entrance | brick masonry | concrete cement | metal steel | plan drawing blueprint | cabinet cupboard wardrobe
furniture joinery | garden landscape outdoor | tree wood | land field | crop harvest | animal livestock | dog canine | wound dressing | medicine medication drug
medication medicine drug prescription | injection jab vaccination immunisation | vaccination jab immunisation vaccine | infusion iv intravenous drip | iv intravenous
blood phlebotomy venepuncture | surgery operation operative surgical | operation surgery | elderly older old geriatric | old elderly older aged
child children paediatric young | young child youth | youth young teenager adolescent | mental psychiatric | rehabilitation rehab recovery | therapy treatment
treatment therapy care | pressure stress | pain ache | birth delivery maternity | death bereavement palliative | palliative hospice end-of-life | dementia alzheimer
named same personal | visit call | call visit phone telephone | call-out callout visit | phone telephone call | email mail message | letter mail | message note
chat message | language tongue speak | native mother | conversational conversation basic | conversation conversational talk | fluent fluency | spoken speak
english british | licence permit card ticket certificate | certificate certification licence card diploma qualification | card ticket pass
qualification certificate degree training | degree bachelor bsc ba beng bn master diploma graduate | honours hons | training course instruction | course training class
award prize | skill ability expertise knowledge | knowledge know expertise understanding | method approach technique procedure | technique method
process procedure workflow | procedure process protocol | protocol procedure | workflow process | strategy plan | project programme scheme initiative | initiative project
campaign promotion drive | advertising marketing promotion | brand label | media press | press media newspaper | news press | newsletter bulletin | post article
article story piece | story article | book title | music song | film video movie | video film | photo picture image | art artwork | exhibition show | event function
conference congress | workshop training session course | seminar workshop course | society association club | charity nonprofit ngo | community neighbourhood local
public open openly | open public transparent openly | transparent open openly | transparency openness open | honest open | organic natural
green environmental sustainable | sustainable environmental green sustainability | environment environmental | energy power electricity | solar photovoltaic pv
wind turbine | recycle recycling reuse | large big | small little | quick fast rapid | round-the-clock day night 24/7 | independent own | rest remain
voluntary volunteer unpaid | reliable reliability dependable stable | stable reliable | free gratis | digital online electronic | online web internet | paperless digital
remote home | flexible flexibility | engineer engineering developer | developer engineer programmer | backend back-end server-side | frontend front-end
electrician electrical electric | accounting accountant bookkeeping | bookkeeping accounting | chef cook | driver driving | cleaner cleaning | secretary assistant admin
admin administration administrative office clerical | reception front-desk receptionist | cashier till checkout | hygiene cleanliness sanitation | allergen allergy
garage workshop | brake braking | tyre tire wheel | mechanic technician | technician mechanic engineer | carpenter joiner | roadside recovery | fuel diesel petrol
mile kilometre distance | tonne weight | theft loss shrinkage | display window layout | weld welding | survey questionnaire | interview conversation
report summary statement | summary report | statement report | presentation talk pitch | talk presentation speech | dashboard report | chart graph | forecast prediction
model simulation | algorithm method | analysis evaluation study | variance difference | month-end close | close closing
`);
