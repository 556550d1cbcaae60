import { findHeadingPeriod } from '../parse-period.ts';

const qualification =
  /(?<![\p{L}])(?:b\.?sc|b\.?a|b\.?n|b\.?eng|b\.?ed|m\.?sc|m\.?a|m\.?eng|ph\.?d|mba|llb|llm|pgce|pgde|qts|nvq|svq|btec|gcses?|a[- ]levels?|hnd|hnc|city & guilds|diploma|diplom|degree|bachelor\S*|master['’]?s?(?: of)?|doctorate|abitur|matura|baccalaur\S+|university|college|certificate|certified|certification|licen[cs]e|licen[cs]ed|registration|registered (?:since|with|in|nurse \(|\d)|chartered|apprenticeship|ausbildung|gesellenbrief|meisterbrief|führerschein|studium|universität|hochschule|licenciatura|grado|laurea|licence|permis)(?![\p{L}])/iu;

/** Whether a line outside any section speaks of a degree, a course or a licence. */
export const namesQualification = (line: string): boolean => qualification.test(line);

const isEntry = (piece: string): boolean =>
  qualification.test(piece) || findHeadingPeriod(piece) !== null || /\(\s*\d{4}\s*\)|\b\d{4}$/.test(piece);

/** `BSc …, 2015. First aid (2021)` is two entries: a year belongs to the one beside it. */
export function splitQualifications(line: string): string[] {
  if (line === '') return [];
  const bySentence = line.split(/(?<=[\p{Ll}\d)])\.\s+(?=\p{Lu}|\d)|;\s+/u).filter(Boolean);
  const pieces = bySentence.length > 1 && bySentence.every(isEntry) ? bySentence : [line];
  return pieces.flatMap((piece) => {
    const listed = piece.split(/(?<=\)),\s+|(?<=\b\d{4}),\s+/);
    return listed.length > 1 && listed.every((entry) => /\d{4}\)?\.?$/.test(entry) && /\p{L}{2}/u.test(entry)) ? listed : [piece];
  });
}
