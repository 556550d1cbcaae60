/** Month names in the languages resumes come in, January first, whole and as they are cut short. */
const names = [
  'jan january januar jänner janvier enero gennaio gen janeiro januari styczeń stycznia',
  'feb february februar février fevrier févr febrero febbraio fevereiro februari luty lutego',
  'mar march märz mär mrz mars marzo março maart marzec marca',
  'apr april avril avr abril aprile abr kwiecień kwietnia',
  'may mai mayo maggio maio mei maj maja',
  'jun june juni juin junio giugno junho czerwiec czerwca',
  'jul july juli juillet juil julio luglio julho lipiec lipca',
  'aug august août aout agosto ago augustus sierpień sierpnia',
  'sep sept september septembre septiembre settembre setembro wrzesień września',
  'oct october oktober okt octobre octubre ottobre outubro październik października',
  'nov november novembre noviembre novembro listopad listopada',
  'dec december dezember dez décembre diciembre dicembre dezembro dic grudzień grudnia',
].map((line) => line.split(' '));

const byName = new Map(names.flatMap((line, at) => line.map((name): [string, number] => [name, at + 1])));

/** The source of a regular expression for a month's name; a full stop may follow. */
export const monthSource = [...byName.keys()].toSorted((a, b) => b.length - a.length).join('|');

export const monthOf = (name: string): number | null => byName.get(name.toLowerCase()) ?? null;
