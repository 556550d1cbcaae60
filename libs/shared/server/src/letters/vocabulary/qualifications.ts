/** What a qualification is called, by class; a mention of one must find its class in the evidence. */
export const qualificationClasses: readonly RegExp[] = [
  /\b(?:ph\.?d|doctorate|doctoral|d\.?phil|dr\.)(?![\p{L}])/iu,
  /\bmba\b/iu,
  /\b(?:master(?:['’]s|s)?(?= (?:degree|of (?:science|arts|engineering|education|business|philosophy|laws|nursing|public)|in\b|thesis|from|level))|m\.?sc|m\.?eng|m\.?ed|m\.?phil|m\.?res|ll\.?m)(?![\p{L}])/iu,
  /\b(?:bachelor(?:['’]?s)?|b\.?sc|b\.?eng|b\.?ed|ll\.?b|b\.?n(?= )|b\.?a(?= ))(?![\p{L}])/iu,
  /\b(?:first[- ]class(?: honou?rs| degree)?|honou?rs|distinction|cum laude|with honou?rs|top grades?|valedictorian|starred first|a first(?= (?:in|from|at)\b|[.,]|$))/iu,
  /\b(?:upper second|2:1|lower second|2:2)(?![\d])/iu,
  /\bdiploma\b/iu,
  /\bhnd\b/iu,
  /\bhnc\b/iu,
  /\b(?:nvq|svq)\b/iu,
  /\bbtec\b/iu,
  /\bcity & guilds\b/iu,
  /\b(?:apprenticeship|apprentice of)\b/iu,
  /\b(?:pgce|pgde|qts|qualified teacher|teaching (?:qualification|licen[cs]e|certificate))\b/iu,
  /\bchartered\b/iu,
  /\bA[- ][Ll]evels?\b/u,
  /\bgcses?\b/iu,
  /\b(?:abitur|baccalaureate|matura)\b/iu,
  /\b(?:degree|graduated|graduate of|studied at|my studies)\b/iu,
  /\b(?:certified(?! (?:the|all|every|installations?|work))|certification|certificate|accredited)\b/iu,
  /\b(?:licen[sc]ed?)\b/iu,
];

/** What backs the general ones: any degree, any certificate. */
export const anyDegree =
  /\b(?:degree|graduat\w*|bachelor\w*|master|b\.?sc|b\.?a|b\.?n|b\.?eng|b\.?ed|m\.?sc|m\.?a|m\.?eng|mba|ph\.?d|diplom|ll\.?b|universit\w*|studi\w*|hochschule)\b/iu;
export const anyCertificate =
  /\b(?:certif\w*|licen[sc]\w*|charter\w*|accredit\w*|regist\w*|qualif\w*|nvq|svq|btec|pin|card|ticket|permit|diploma|aws|pgce)\b/iu;
/** Two ways to say one grade. */
export const sameGrade: readonly RegExp[] = [/\b(?:upper second|2:1)(?!\d)/iu, /\b(?:lower second|2:2)(?!\d)/iu];
