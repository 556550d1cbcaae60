import type { IndexedUnit } from '../index-evidence.ts';
import { anyCertificate, anyDegree, sameGrade } from '../vocabulary/qualifications.ts';

/** Whether a unit has a qualification of the class: the general ones are backed by any degree or certificate. */
export function hasQualification(pattern: RegExp, unit: IndexedUnit): boolean {
  const isDegree = pattern.test('degree');
  const isCertificate = pattern.test('certified') || pattern.test('licence');
  const grade = sameGrade.find(
    (one) => pattern.source === one.source || (pattern.test('2:1') && one.test('2:1')) || (pattern.test('2:2') && one.test('2:2')),
  );
  return (
    pattern.test(unit.text) ||
    (grade?.test(unit.text) ?? false) ||
    (isDegree && anyDegree.test(unit.text)) ||
    (isCertificate && (anyCertificate.test(unit.text) || unit.unit.kind === 'education')) ||
    (pattern.test('apprenticeship') && /\b(?:apprentic\w*|ausbildung|lehre|azubi)\b/i.test(unit.text)) ||
    (pattern.test('first-class') && /\(first\b|\bfirst[- ]class|\b1st\b|\bfirst\)/i.test(unit.text))
  );
}
