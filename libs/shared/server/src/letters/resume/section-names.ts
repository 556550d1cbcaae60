import { findPeriod } from '../parse-period.ts';

/** What a part of a resume tells. `head` is what stands before any title. */
export type Section = 'head' | 'experience' | 'projects' | 'education' | 'skills' | 'summary' | 'other';

const names: [string, Section][] = [
  [
    'summary|profile?|about|objective|statement|overview|introduction|zusammenfassung|kurzprofil|über mich|profil|résumé|perfil|resumen|profilo|sobre|about me|personal details|contact(?: details)?|kontakt|persönliche daten',
    'summary',
  ],
  [
    'work|experience|history|employment|positions?|placements?|volunteering|volunteer|voluntary|internships?|practice|career|jobs?|berufserfahrung|berufspraxis|werdegang|praktika|beschäftigung|ehrenamt|expériences?|parcours|bénévolat|stages?|experiencia|trayectoria|voluntariado|prácticas|esperienz[ae]|esperienze|experiência|werkervaring|ervaring|vrijwilligerswerk|doświadczenie|erfaring|erfarenhet',
    'experience',
  ],
  ['projects?|projekte|projets?|proyectos|progetti', 'projects'],
  [
    'education|qualifications?|training|certifications?|certificates|licen[cs]es|licen[cs]ing|registrations|academics?|courses|accreditations?|tickets|studies|degrees|ausbildung|bildung|studium|bildungsweg|weiterbildung|zertifikate|schulbildung|fortbildungen?|formation|diplômes|études|certificats|educación|formación|estudios|títulos|certificados|istruzione|formazione|educação|formação|opleiding(?:en)?|onderwijs|wykształcenie|utdanning|utbildning|cpd',
    'education',
  ],
  [
    'skills?|skillset|good at|know-how|knowledge|what i (?:can|know|do well)|technologies|tools|competenc(?:ies|es|e)|expertise|languages|software|strengths|abilities|kenntnisse|fähigkeiten|sprachen|sprachkenntnisse|it-kenntnisse|kompetenzen|compétences|langues|competencias|habilidades|idiomas|competenze|lingue|competências|vaardigheden|talen|umiejętności|języki|ferdigheter|färdigheter',
    'skills',
  ],
  [
    'interests?|hobb(?:y|ies)|awards?|honou?rs|achievements|prizes|publications?|memberships?|references?|referees|additional|activities|affiliations|patents|talks|conferences|interessen|auszeichnungen|publikationen|mitgliedschaften|referenzen|loisirs|centres d.intérêt|intereses|interessi|premios',
    'other',
  ],
];
const joining =
  'work|working|professional|relevant|teaching|clinical|employment|career|research|industry|recent|previous|selected|key|core|main|technical|other|additional|academic|personal|and|&|/|of|in|the|my|further|vocational|driving|language|computer|it|digital|soft|hard|professionelle?s?|laboral|profesional|professionale?|profissional|beruflicher?|schulische|sonstige|und|et|y|e|en|i|zawodowe|profesjonalne|areas?|safety|industry|trade';
const patterns = names.map(([source, section]): [RegExp, Section] => [
  new RegExp(
    `^(?:(?:${joining})\\s+){0,3}(?:${source})(?:\\s*(?:and|&|/|,|und|et|y|e|en|of)?\\s*(?:${joining}|${names.map(([all]) => all).join('|')})){0,3}$`,
    'iu',
  ),
  section,
]);

const decoration = /^[\s#*_=~–—-]+|[\s#*_=~–—-]+$/gu;

/** The section a line opens and what follows its colon, or null when it is not a section's title. */
export function readSection(line: string): { section: Section; rest: string } | null {
  const [, label = '', rest = ''] = /^([^:]{2,40}):\s*(.*)$/.exec(line) ?? [null, line, ''];
  const name = label.replace(decoration, '').trim();
  if (name.split(/\s+/).length > 6 || name.length > 48 || /\d/.test(name)) return null;
  const section = patterns.find(([pattern]) => pattern.test(name))?.[1];
  if (section === undefined || (rest !== '' && findPeriod(name) !== null)) return null;
  return { section, rest: rest.replace(decoration, '').trim() };
}
