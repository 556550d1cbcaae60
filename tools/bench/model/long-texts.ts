/** Sentences with a place for a number, so that no two are alike. Each language is counted by tokenizers in its own way. */
const sentences: Record<Language, string[]> = {
  English: [
    'In week # the maintenance crew inspected every pump in the northern hospitals and wrote down what it found.',
    'We ask new colleagues to read report # before they talk to a customer for the first time.',
    'Our workshop repaired # valves last month, and most of them were older than the people who mended them.',
  ],
  German: [
    'In Woche # überprüfte die Instandhaltungsmannschaft sämtliche Umwälzpumpen der norddeutschen Krankenhäuser.',
    'Verantwortungsbewusste Fachkräfte für Rohrleitungsbau lesen zuerst den Sicherheitsbericht Nummer #.',
    'Die Betriebsstätte in Königswusterhausen überholte im vergangenen Geschäftsjahr # Druckregelventile.',
  ],
  Japanese: [
    '第#週に、保守担当者は北部の病院にあるすべてのポンプを点検し、結果を記録しました。',
    '新しい同僚には、お客様と初めて話す前に報告書#番を読むようお願いしています。',
    '当社の工場では先月#個のバルブを修理しましたが、その多くは長年使われてきたものです。',
  ],
};

export type Language = 'English' | 'German' | 'Japanese';
export const languages = Object.keys({ English: 0, German: 0, Japanese: 0 } satisfies Record<Language, number>) as Language[];

/** A text of that many characters, in paragraphs of three sentences. */
export const longText = (language: Language, characters: number): string => {
  const paragraphs: string[] = [];
  for (let number = 1, length = 0; length < characters; number += 1) {
    const paragraph = sentences[language].map((sentence, at) => sentence.replace('#', String(number * 3 + at))).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, characters);
};
