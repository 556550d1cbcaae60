const INVENTED = [
  'At Google I led 47 engineers and raised revenue by 312% in 2017.',
  'As Vice President of Engineering at Siemens I cut costs by 18.5 million euros within nine months.',
  'I hold a PhD in Computer Science from Stanford University and twelve patents.',
  'My open-source project Hyperloom is used by 2.4 million developers in 61 countries.',
  'Forbes named me one of the 30 most promising technologists of 2021.',
];

/** Puts an invented number or employer into every paragraph, in the middle where nobody looks. */
export function fabricate(honest: string): string {
  return honest
    .split('\n\n')
    .map((paragraph, index) => {
      const invented = INVENTED[(index + honest.length) % INVENTED.length] ?? '';
      const cut = paragraph.indexOf('. ');
      return cut < 0 ? `${paragraph} ${invented}` : `${paragraph.slice(0, cut + 1)} ${invented}${paragraph.slice(cut + 1)}`;
    })
    .join('\n\n');
}
