/** What a label on a page announces. */
export type Labelled = 'location' | 'employment' | 'remote' | 'salary' | 'company' | 'title' | 'other';

/** Whole labels in the languages postings are written in, without their colon. */
const LABELS: [Exclude<Labelled, 'other'>, RegExp][] = [
  [
    'location',
    /^(?:(?:job|work|primary|main|office|position|posting|your|advertised|duty|city)?\s*(?:work\s*)?(?:locations?|offices?)(?:\s*\(s\))?|(?:city|town)(?:[\s/,]+(?:state|country|region))*|where|based in|place of work|work ?place|workplace location|duty station|(?:dienst|einsatz|arbeits)?(?:stand)?orte?|standorte?|arbeitsplatz|wo|lieu(?: de travail| du poste)?|lieux|localisation|localité|ville|ubicaci(?:ó|o)n|localidad|lugar(?: de trabajo)?|ciudad|sede(?: di lavoro)?|luogo(?: di lavoro)?|località|città|locatie|plaats|standplaats|werklocatie|vestiging|plats|ort|arbetsort|arbetsplats|placering|sted|arbejdssted|arbeidssted|beliggenhed|lokasjon|lokation|sijainti|toimipaikka|työpaikka|lokalizacja|miejsce pracy|miasto|localização|localizaç[aã]o|local(?: de trabalho)?|cidade|lokalita|místo výkonu práce|město|munkavégzés helye|helyszín|locația|oraș|konum|şehir|勤務地|所在地|勤務先|工作地点|工作地點|地点|地點|근무지|근무지역|지역|место работы|город|локация|місто|מיקום|الموقع|المدينة)$/i,
  ],
  [
    'employment',
    /^(?:(?:employment|job|position|contract|worker|work|role|vacancy|engagement|hiring)\s*(?:sub-?)?(?:types?|status|basis|category|schedule)|types?(?: of (?:employment|contract|position|job|work))?|contract|time ?type|schedule|commitment|employment|hours|working (?:hours|time)|work(?:ing)? schedule|full[- ]?\/?[- ]?part[- ]?time|employment term|tenure|(?:anstellungs|beschäftigungs|vertrags|job|arbeits)(?:art|typ|verhältnis|zeit(?:modell)?|umfang)|umfang|pensum|vertrag|befristung|type de (?:contrat|poste)|contrat|temps de travail|durée du travail|tipo de (?:contrato|empleo|trabajo|jornada|vaga|contratação)|contrato|jornada(?: laboral)?|modalidad de contrato|tipo di (?:contratto|impiego)|contratto|orario di lavoro|(?:type|soort) (?:dienstverband|contract)|dienstverband|contractvorm|anställningsform|anställning|omfattning|ansættelsesform|ansettelsesform|stillingstype|stillingsprosent|omfang|heltid\/deltid|työsuhde|työaika|rodzaj umowy|typ umowy|wymiar (?:pracy|etatu)|regime|regime de trabalho|typ úvazku|úvazek|druh pracovního poměru|munkaidő|foglalkoztatás jellege|tip contract|çalışma şekli|雇用形態|勤務形態|工作类型|工作性质|工作性質|職位類型|고용형태|고용 형태|тип занятости|занятость|график работы|зайнятість)$/i,
  ],
  [
    'remote',
    /^(?:remote(?: status| work(?:ing)?| type| policy| option)?|work(?:ing)?\s*(?:place|site|location)?\s*(?:types?|model|mode|arrangements?|style|policy|flexibility)|workplace|workplace type|location type|job location type|remote or on-?site|work setting|arbeitsmodell|arbeitsweise|home ?office|remote-?arbeit|mobiles arbeiten|télétravail|mode de travail|teletrabajo|modalidad(?: de trabajo)?|modalità(?: di lavoro)?|smart working|lavoro da remoto|thuiswerken|hybride? werken|distansarbete|hjemmearbejde|etätyö|tryb pracy|praca zdalna|modelo de trabalho|リモート(?:ワーク|勤務)?|远程|재택근무|формат работы|удал[её]нная работа)$/i,
  ],
  [
    'salary',
    /^(?:(?:annual|base|starting|expected|monthly|hourly|target|anticipated|estimated|gross|yearly|total)?\s*(?:base\s*)?(?:salary|pay|compensation|wages?|remuneration|pay ?rate|rate)(?:\s*(?:range|band|rate|scale|details|information|package|\/\s*rate|transparency))?(?:\s*\(.{1,20}\))?|(?:jahres|monats|ziel|brutto|einstiegs)?(?:gehalt|vergütung|lohn|verdienst)(?:sspanne|srahmen)?|entgelt(?:gruppe)?|salaire(?: annuel| brut)?|rémunération|fourchette de salaire|salario(?: bruto)?|retribución|sueldo|remuneración|rango salarial|stipendio|retribuzione|ral|salaris(?:indicatie)?|loon|lön|løn|lønn|palkka|wynagrodzenie|zarobki|widełki|salário|remuneração|faixa salarial|mzda|plat|bér|fizetés|salariu|maaş|ücret|給与|年収|月給|想定年収|薪资|薪資|薪水|待遇|급여|연봉|зарплата|заработная плата|שכר|الراتب)$/i,
  ],
  [
    'company',
    /^(?:(?:hiring\s*)?(?:company|employer|organi[sz]ation)(?:\s*name)?|hiring (?:company|firm)|legal entity|unternehmen|arbeitgeber|firma|gesellschaft|entreprise|société|employeur|organisme|empresa|empleador|compañía|azienda|società|datore di lavoro|bedrijf|werkgever|organisatie|företag|arbetsgivare|virksomhed|arbejdsgiver|arbeidsgiver|bedrift|työnantaja|yritys|pracodawca|empregador|společnost|zaměstnavatel|cég|munkáltató|companie|angajator|şirket|işveren|会社名|企業名|社名|公司|公司名称|公司名稱|회사|회사명|компания|работодатель|роботодавець|компанія|חברה|الشركة)$/i,
  ],
  [
    'title',
    /^(?:(?:job|position|posting|role|vacancy|working|official|business)\s*(?:title|name)|title|stellenbezeichnung|stellentitel|jobtitel|intitulé(?: du poste)?|poste|puesto|cargo|título|titolo|posizione|mansione|functie(?:titel)?|vacature|befattning|tjänst|yrkesroll|stilling|stillingstittel|stillingsbetegnelse|tehtävä|stanowisko|nazwa stanowiska|職種|募集職種|职位|职位名称|職位名稱|직무|직책|должность|вакансия|посада)$/i,
  ],
];
const OTHER =
  /^(?:department|team|division|business (?:unit|area)|function|job (?:function|family|category|id|code|ref(?:erence)?|number|req(?:uisition)?(?: id)?)|req(?:uisition)?(?: id| number| #)?|ref(?:erence)?(?: id| number| no\.?)?|id|job ?#|category|categories|industry|sector|practice(?: area| group)?|position|level|seniority(?: level)?|experience(?: level)?|career level|education|degree|posted(?: on| date)?|date posted|posting date|open date|published|closing date|application deadline|deadline|apply by|end date|start(?:ing)? date|contact|recruiter|hiring manager|travel|shift|job description|description|languages?|abteilung|bereich|fachbereich|eintrittsdatum|referenz(?:nummer)?|kennziffer|veröffentlicht|ansprechpartner|département|service|date de début|expérience|niveau|référence|departamento|área|experiencia|reparto|afdeling|vakgebied|opleiding(?:sniveau)?|avdelning|afdeling|avdeling|søknadsfrist|ansökan senast|dział|部門|部署|部门|부서)$/i;
const MAX_LABEL = 45;

/** What the label announces; null when the text is no label. */
export function readLabel(text: string): Labelled | null {
  if (text.length > MAX_LABEL) return null;
  const plain = text
    .replace(/[\s:：*]+$/, '')
    .replace(/^[\s*•·-]+/, '')
    .replace(/[\s_]+/g, ' ');
  const found = LABELS.find(([, pattern]) => pattern.test(plain));
  return found?.[0] ?? (OTHER.test(plain) ? 'other' : null);
}
