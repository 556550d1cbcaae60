import { describe, expect, it } from '@jest/globals';
import { looksLikeJson, readJsonResume } from './read-json-resume.ts';
import { recogniseResume } from './recognise-resume.ts';

const resume = {
  basics: {
    name: 'Ana Lima',
    label: 'Teacher',
    email: 'ana@example.org',
    summary: 'Teaches physics.',
    location: { city: 'Porto', countryCode: 'PT' },
    profiles: [{ network: 'x', url: 'https://x.example/ana' }],
  },
  work: [
    { name: 'Escola Azul', position: 'Physics Teacher', startDate: '2018-09-01', highlights: ['Raised pass rates from 61% to 83%.'] },
    { company: 'Escola Verde', position: 'Trainee Teacher', startDate: '2016', endDate: '2018-08', summary: 'Taught 4 classes.' },
  ],
  education: [{ institution: 'University of Porto', area: 'Physics', studyType: 'MSc', startDate: '2011', endDate: '2016' }],
  skills: [{ name: 'Software', keywords: ['Moodle', 'GeoGebra'] }, 'First aid'],
  languages: [{ language: 'English', fluency: 'C1' }],
};

describe('readJsonResume', () => {
  it('writes the shape of the product', () => {
    expect(readJsonResume(JSON.stringify(resume))).toBe(
      [
        '# Ana Lima',
        'Teacher',
        'Porto, PT · ana@example.org · https://x.example/ana',
        '## Summary',
        'Teaches physics.',
        '## Experience',
        '### Physics Teacher, Escola Azul (09/2018 – present)',
        '- Raised pass rates from 61% to 83%.',
        '### Trainee Teacher, Escola Verde (2016 – 08/2018)',
        '- Taught 4 classes.',
        '## Education',
        '- MSc Physics, University of Porto, 2011 – 2016',
        '## Skills',
        '- Software: Moodle, GeoGebra\n- First aid',
        '## Languages',
        '- English, C1',
      ].join('\n\n') + '\n',
    );
    expect(recogniseResume(readJsonResume(JSON.stringify(resume))).roles.map(({ employer }) => employer)).toEqual([
      'Escola Azul',
      'Escola Verde',
    ]);
  });

  it('leaves out what is of another type than it should be', () => {
    const odd = {
      basics: { name: 'J', label: {}, location: 'x', profiles: 'q' },
      work: [{}, null, 3, { position: 'Nurse', highlights: [{}, 'ok'] }],
    };
    expect(readJsonResume(JSON.stringify(odd))).toBe('# J\n\n## Experience\n\n### Nurse\n\n- ok\n');
  });

  it.each(['{"a":1}', '{"basics":}', '{"basics":[[[]]]}', '{"basics":null}', '{"work":[]}'])('refuses %s', (text) => {
    expect(looksLikeJson(text)).toBe(true);
    expect(() => readJsonResume(text)).toThrow('not in the form of JSON Resume');
  });
});
