import { describe, expect, it } from '@jest/globals';
import { readText } from './read-text.ts';
import { findGaps, recogniseResume } from './recognise-resume.ts';
import { shapeResume } from './shape-resume.ts';

const shape = (text: string) => shapeResume(readText(text));

describe('shapeResume', () => {
  it('brings plain text into the shape of the product: name, sections, positions, points', () => {
    const shaped = shape(
      [
        'CURRICULUM VITAE',
        '',
        'Priya Nair',
        'Birmingham - priya@example.org',
        '',
        'WORK EXPERIENCE',
        'Finance Manager, Orchard Retail            01/2018 - present',
        ' * Closed month-end in 4 days instead of 9 by automating',
        '   30 reconciliations.',
        '',
        'Senior Accountant',
        'Bell & Rowe LLP, Coventry',
        'Sept 2012 - Dec 2017',
        ' * Audited 25 companies a year.',
        '',
        'Education:',
        'BSc Accounting, Aston University, 2009-2012',
        'ACA, ICAEW, 2016',
        'Skills: Xero, SAP',
      ].join('\r\n'),
    );
    expect(shaped).toBe(
      [
        '# Priya Nair',
        'Birmingham - priya@example.org',
        '## Work experience',
        '### Finance Manager, Orchard Retail, 01/2018 - present',
        '- Closed month-end in 4 days instead of 9 by automating 30 reconciliations.',
        '### Senior Accountant, Bell & Rowe LLP, Coventry, Sept 2012 - Dec 2017',
        '- Audited 25 companies a year.',
        '## Education',
        '- BSc Accounting, Aston University, 2009-2012\n- ACA, ICAEW, 2016',
        '## Skills',
        'Xero, SAP',
      ].join('\n\n') + '\n',
    );
    const { name, roles, education, skills } = recogniseResume(shaped);
    expect({ name, roles, education, skills }).toEqual({
      name: 'Priya Nair',
      roles: [
        { title: 'Finance Manager', employer: 'Orchard Retail', period: 'Jan 2018 – present' },
        { title: 'Senior Accountant', employer: 'Bell & Rowe LLP', period: 'Sep 2012 – Dec 2017' },
      ],
      education: ['BSc Accounting, Aston University, 2009-2012', 'ACA, ICAEW, 2016'],
      skills: ['Xero', 'SAP'],
    });
  });

  it('tells positions apart that follow each other without a point', () => {
    const shaped = shape(
      'Sam Reed\n\nExperience\nCook\nBlue Door\n2019 - 2022\nWaiter\nRed Roof\n2015 - 2019\nPot washer, The Inn, 2014 - 2015',
    );
    expect(shaped.match(/^### .*$/gm)).toEqual([
      '### Cook, Blue Door, 2019 - 2022',
      '### Waiter, Red Roof, 2015 - 2019',
      '### Pot washer, The Inn, 2014 - 2015',
    ]);
  });

  it('moves contact details to the name, wherever they stood', () => {
    expect(shape('Tom Okafor\nSales Manager\nSKILLS\nExcel\nCONTACT\ntom@example.org\nEDUCATION\nBA Business, 2013')).toBe(
      '# Tom Okafor\n\nSales Manager\n\ntom@example.org\n\n## Skills\n\nExcel\n\n## Education\n\n- BA Business, 2013\n',
    );
  });

  it('keeps every word of what it does not understand', () => {
    const text = 'Nothing here\nlooks like a resume, does it?\n• one\n• two\n12345';
    const words = (value: string) => value.match(/[\p{L}\p{N}]+/gu);
    expect(words(shape(text))).toEqual(words(text));
  });
});

describe('findGaps', () => {
  it('says what a letter will not be able to lean on', () => {
    expect(findGaps(recogniseResume('')).map((gap) => gap.split('.')[0])).toEqual([
      'No name was found',
      'No positions were found',
      'No education was found',
      'No skills were found',
    ]);
    const complete =
      '# Ana Lima\n\n## Experience\n\n### Cook, Blue Door (2019 – 2022)\n\n## Education\n\n- BSc Chemistry, 2018\n\n## Skills\n\nBaking\n';
    expect(findGaps(recogniseResume(complete))).toEqual([]);
    expect(findGaps(recogniseResume(complete.replace(' (2019 – 2022)', '')))).toEqual(['One position has no dates.']);
  });
});
