/** What pages of jobs are called when they do not name one. */
export const GENERIC_TITLE =
  /^(?:(?:our |current |all |open |latest |view |see |search |similar |related |recommended |more |other |featured |browse )*(?:careers?|jobs?|job (?:details?|search|description|opening|listing|posting|post|application|alerts?|summary|overview|information)s?|career opportunities|opportunit(?:y|ies)|vacanc(?:y|ies)|openings?|positions?|roles?|job board|postings?)(?: (?:details?|page|site|portal|center|centre|home|openings?))?(?: (?:at|with|for) .+)?|home(?:page)?|untitled|welcome|overview|description|menu|main menu|(?:mobile |site |main )?navigation|apply(?: now| for this job| here| online)?|about(?: us| the (?:role|job|team|company|position))?|responsibilities|requirements|qualifications|benefits|locations?|share(?: this job)?|sign in|log ?in|cookies?.*|privacy.*|search(?: jobs| results)?|loading.*|page (?:not found|is loading)|error.*|404.*|stellenangebote?|karriere|offene stellen|stellenanzeige|jobangebote?|emplois?|offres? d.emploi|carri[eè]res?|recrutement|empleos?|ofertas? de (?:empleo|trabajo)|trabaja con nosotros|lavora con noi|carriere|vacatures?|lediga jobb|ledige stillinger|oferty pracy|kariera|vagas|carreiras|applicant portal|candidate portal|.* applicant portal|career portal|job portal)$/i;
const ROLE =
  /\b(?:engineer|developer|manager|director|analyst|designer|architect|scientist|consultant|specialist|coordinator|assistant|associate|counsel|attorney|lawyer|paralegal|officer|administrator|lead|head|representative|executive|technician|nurse|teacher|driver|intern|internship|trainee|partner|president|accountant|writer|editor|operator|supervisor|researcher|planner|buyer|recruiter|advisor|agent|clerk|fellow(?:ship)?|controller|programmer|strategist|producer|therapist|physician|mechanic|chef|cook|cashier|auditor|secretary|librarian|professor|lecturer|apprentice|student|volunteer)s?\b|ingenieur|entwickler|leiter|berater|referent|kaufmann|kauffrau|fachkraft|mitarbeiter|sachbearbeiter|werkstudent|praktikant|techniker|ingénieur|développeur|responsable|chargé|chef de|comptable|ingenier[oa]|desarrollador|gerente|técnico|analista|ingegnere|sviluppatore|responsabile|addetto|medewerker|ontwikkelaar|adviseur|ingenjör|utvecklare|chef\b|konsult|udvikler|ingeniør|utvikler|rådgiver|inżynier|programista|specjalista|kierownik|desenvolvedor|engenheiro|エンジニア|マネージャー|工程师|经理|엔지니어|개발자|инженер|разработчик|менеджер|\((?:m\/w\/d|w\/m\/d|m\/f\/d|f\/m\/d|m\/f\/x|h\/f|f\/h|m\/v\/x|all genders|d\/f\/m|m\/f)\)/i;

export const isGenericTitle = (text: string): boolean => GENERIC_TITLE.test(text.trim());
export const namesRole = (text: string): boolean => ROLE.test(text);

/** The parts that a page's title is put together from. */
export function splitTitle(title: string): string[] {
  return title
    .split(/\s+[|–—·•»›:@]+\s+|\s+-\s+|\s*[|»]\s*|:\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
