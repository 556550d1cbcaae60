/** Words, in the languages postings are written in, with the one name that an application keeps for each. First match wins. */
type Names = [RegExp, string][];

const EMPLOYMENT: Names = [
  [
    /full[\s_-]*time|\bfull-?\s?tid\b|vollzeit|temps[\s_-]plein|plein[\s_-]temps|tiempo[\s_-]completo|jornada[\s_-]completa|tempo[\s_-]pieno|voltijd|heltid|kokoaik|kokopäiv|pełny (?:etat|wymiar)|tempo[\s_-]integral|período integral|plný úvazek|teljes (?:munkaid|állás)|полная занятость|повна зайнятість|tam zamanlı|正社員|フルタイム|全职|全職|정규직|دوام كامل|משרה מלאה/i,
    'full-time',
  ],
  [
    /part[\s_-]*time|teilzeit|temps[\s_-]partiel|tiempo[\s_-]parcial|media jornada|jornada[\s_-]parcial|tempo[\s_-]parziale|deeltijd|deltid|osa-?aik|część etatu|niepełny (?:etat|wymiar)|tempo[\s_-]parcial|meio período|částečný úvazek|részmunkaid|частичная занятость|часткова зайнятість|yarı zamanlı|パートタイム|アルバイト|兼职|兼職|파트타임|دوام جزئي|משרה חלקית/i,
    'part-time',
  ],
  [
    /\bintern(?:ship|s)?\b|praktik(?:um|ant)|\bstage\b|stagiaire|\btirocinio|prácticas|becari[oa]|\bstaż|\bpraktyki\b|estágio|harjoittel|インターン|实习|實習|인턴|стажиров/i,
    'internship',
  ],
  [/working student|werkstudent/i, 'working student'],
  [/apprentice|ausbildung|azubi|alternance|apprentissage|lærling|lärling|duales studium/i, 'apprenticeship'],
  [
    /\btemp(?:orary)?\b|seasonal|fixed[\s_-]*term|befristet|saison|\bcdd\b|durée déterminée|temporal|tempo determinato|tijdelijk|vikariat|visstid|midlertidig|tidsbegr[aä]ns|määräaik|czas określony|temporár|派遣|契約社員|临时|臨時|계약직/i,
    'temporary',
  ],
  [/contract(?:or)?s?\b|freelance|self[\s_-]*employed|\bb2b\b|zlecenie|autónomo|prestador|zzp|業務委託|프리랜서/i, 'contract'],
  [/per[\s_-]*diem/i, 'per diem'],
  [/volunteer|ehrenamt|bénévol|voluntari|vrijwillig|volontör|frivillig/i, 'volunteer'],
  [
    /permanent|regular\b|festanstellung|\bcdi\b|durée indéterminée|indefinido|indeterminato|vast(?:e)? (?:contract|dienstverband)|tillsvidare|fast (?:ansættelse|stilling|ansettelse)|vakituinen|czas nieokreślony|efetivo|\bclt\b/i,
    'permanent',
  ],
];
/** Says that it is not for an undetermined time, in words that hold "befristet". */
const UNLIMITED = /unbefristet|no temporal/i;

const REMOTE: Names = [
  [
    /\bhybrid|híbrid|ibrid[oa]|hybryd|ハイブリッド|混合办公|하이브리드|гибрид|remote[ /]*(?:and|or|&|\/)[ /]*(?:on-?site|office)|partly remote|(?<!\d)[1-9]\d?\s?%\s?(?:remote|work from home|home ?office|télétravail)|teilweise remote/i,
    'hybrid',
  ],
  [
    /\b(?:no|not|non)[\s-]*(?:a |fully )?remote|on[\s_-]*site|in[\s_-]*(?:the )?office|in[\s_-]*person|office[\s_-]*based|vor ort|präsenz|sur (?:site|place)|présentiel|presencial|in (?:sede|presenza)|op locatie|på plats|på stedet|stacjonarn|出社|现场|현장/i,
    'on-site',
  ],
  [
    /remote(?!ly)|\bremoto\b|work(?:ing)? from (?:home|anywhere)|\bwfh\b|home[\s-]?office|home[\s-]?based|tele[\s-]?(?:commut|work|trabajo|trabalho)|télétravail|teletrabajo|telelavoro|thuiswerk|distansarbe|fjernarbe|etätyö|zdaln|à distance|a distancia|à distância|da remoto|mobiles arbeiten|ortsunabhängig|anywhere|リモート|在宅|远程|遠端|재택|원격|удал[её]нн|дистанционн|віддален|uzaktan/i,
    'remote',
  ],
];

/** "full-time, contract" and the like from any wording; null when it holds no word of employment. */
export function nameEmployment(text: string): string | null {
  const plain = text.replaceAll('_', ' ').replace(UNLIMITED, 'permanent');
  const found = EMPLOYMENT.filter(([pattern]) => pattern.test(plain)).map(([, name]) => name);
  return found.length === 0 ? null : found.slice(0, 3).join(', ');
}

/** `remote`, `hybrid` or `on-site`; null when the text speaks of none. */
export function nameRemote(text: string): string | null {
  return REMOTE.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const PLACEHOLDER =
  /^(?:n\.?\/?a\.?|none|null|undefined|unknown|unavailable|confidential|company confidential|(?:not|un)[\s-]*(?:specified|available|applicable|provided|disclosed|stated)|tb[adc]|to be (?:determined|announced|confirmed|defined)|various(?: (?:locations?|places))?|multiple(?: (?:locations?|cities|sites))?|several locations?|see (?:below|description|job description)|locations?|city|state|region|country|address|street|company|employer|title|job|test|other|default|\d+\s+(?:more\s+)?locations?|\+\d+ (?:more|others)|verschiedene(?: standorte)?|plusieurs lieux|varias ubicaciones|diverse|x{2,}|[\s\-–—_.?*/|,]*)$/i;

/** Does a value stand in for one that nobody filled in? */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}
