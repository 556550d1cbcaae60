export const GERMAN = [
  'Mit großem Interesse habe ich Ihre Ausschreibung gelesen und bewerbe mich hiermit um die Stelle in Ihrem Haus.',
  'In meiner bisherigen Arbeit habe ich gelernt, Aufgaben früh zu klären und das, was ich zugesagt habe, auch fertigzustellen.',
  'Über die Einladung zu einem Gespräch freue ich mich sehr und beantworte gern alle weiteren Fragen.',
].join(' ');

export const SPANISH = [
  'Me dirijo a ustedes para presentar mi candidatura al puesto que han publicado, porque la empresa y el trabajo me interesan mucho.',
  'En mis años de experiencia aprendí a escuchar con atención, a planificar con cuidado y a terminar lo que prometo.',
  'Quedo a su disposición para una conversación cuando les resulte conveniente.',
].join(' ');
