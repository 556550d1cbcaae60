/** What the text of a posting speaks of, in the languages postings are written in. Each kind counts once. */
const KINDS: RegExp[] = [
  /responsibilit|what you(?:.ll| will) (?:do|be doing)|\bduties\b|job description|about the (?:role|job|position)|the role\b|your (?:role|mission|tasks)|in this (?:role|position)|aufgaben|tätigkeit|\bmissions?\b|tâches|vos activités|responsabilidades|funciones|tareas|mansioni|responsabilità|attività|\btaken\b|werkzaamheden|wat ga je doen|arbetsuppgift|ansvarsområd|om (?:jobbet|rollen|tjänsten|stillingen)|oppgaver|opgaver|obowiązk|zakres|atividades|náplň práce|feladatok|görev|tehtävä|業務内容|仕事内容|职责|工作内容|職責|담당\s?업무|주요\s?업무|обязанност|обов.?язки|المسؤوليات|תחומי אחריות/i,
  /requirements?\b|qualifications?\b|what you(?:.ll| will)? (?:bring|need|have)|who you are|you (?:have|bring)\b|we(?:.re| are) looking for|years.{0,20}experience|skills\b|anforderung|(?:dein|ihr|das) profil|was du mitbringst|das bringst du|voraussetzung|profil recherché|votre profil|compétences|requisitos|perfil\b|requisiti|competenze|functie-eisen|wij vragen|wat vragen wij|jouw profiel|kvalifikation|kvalifikasjon|kvalifikationer|vi söker|wymagania|oczekujemy|požadujeme|elvárás|aranan nitelik|edellytä|応募資格|必須|歓迎|任职要求|任職|岗位要求|자격\s?요건|우대|требовани|вимоги|المؤهلات|דרישות/i,
  /\bapply\b|application|equal opportunity|candidates?\b|bewerb|postul|candidat|aplica|inscríbete|solliciteer|sollicit|ansök|\bsøk|ansøg|aplikuj|hakemu|başvur|jelentkez|応募|申请|應徵|投递|지원하기|지원|откликнуться|резюме|التقديم|הגש/i,
  /full[- ]?time|part[- ]?time|vollzeit|teilzeit|salary|compensation|permanent|fixed[- ]term|internship|contract\b|gehalt|\bcdi\b|\bcdd\b|temps plein|jornada|tempo pieno|fulltime|heltid|deltid|umowa|etat\b|正社員|全职|정규직|полная занятость|remote|hybrid/i,
  /\bbenefits\b|we offer|what we offer|perks|paid (?:time off|vacation|leave)|401\(?k|wir bieten|unser angebot|nous offrons|nous vous offrons|avantages|ofrecemos|beneficios|offriamo|benefit|wij bieden|wat bieden wij|vi erbjuder|vi tilby|oferujemy|nabízíme|amit kínálunk|tarjoamme|待遇|福利|복리후생|мы предлагаем|условия/i,
];
const JOB_PATH =
  /(?:^|[/_.?=&-])(?:jobs?|careers?|positions?|openings?|vacanc(?:y|ies)|requisitions?|job-?details?|opportunit(?:y|ies)|stellen?(?:angebote?|anzeigen?)?|karriere|emplois?|offres?|recrutement|empleos?|ofertas?|vacatures?|lavora|posizioni|vagas|kariera|praca|ledig|jobb|gh_jid|apply|hiring|recruit\w*)(?:[/_.?=&-]|$)/i;

/** How many kinds of things the text speaks of that postings speak of, 0–5. */
export function countPostingKinds(text: string): number {
  return KINDS.filter((kind) => kind.test(text)).length;
}

/** Does it speak of what is to be done or what is asked for? A page without either is about jobs, not a job. */
export function speaksOfWork(text: string): boolean {
  return KINDS.slice(0, 2).some((kind) => kind.test(text));
}

export function isJobPath(url: URL): boolean {
  return JOB_PATH.test(`${url.hostname}${url.pathname}${url.search}`);
}
