import type { Action } from '@coverwright/contracts';
import type { Remark } from './parse-remark.ts';

/** What a message in another language may ask for. It only ever suggests. */
export type ForeignReading = { remark: Remark } | { suggestion: Action } | { revision: string };

const MOST = 300;

const LETTER =
  /\b(?:(?:bewerbungs|motivations|an)schreiben|lettre de motivation|carta de (?:presentaci[oó]n|motivaci[oó]n|apresenta[cç][aã]o)|lettera (?:di presentazione|motivazionale)|(?:motivatie|sollicitatie)brief)\b/u;
const WRITE =
  /(?<!\p{L})(?:schreib|verfass|erstell|entw[iu]rf|formulier|mach|écri|rédig|prépar|escrib|redact|escrev|redij|prepar|scriv|redig|schrijf|maak|stel)\p{L}*/u;
const RESEARCH =
  /(?<!\p{L})(?:recherchier\p{L}*|informier\p{L}* dich|recherche[rsz]?|renseigne\p{L}*|investiga\p{L}*|busca\p{L}* informaci[oó]n|ricerca\p{L}*|cerca\p{L}* informazioni|onderzoek\p{L}*|pesquis\p{L}*)(?!\p{L})/u;
/** A question, the past, or a refusal: not a request, as far as so few words can tell. */
const OTHER =
  /^(?:was|wie|warum|wieso|wer|wann|wo|welche\p{L}*|soll|hast|ist|que|quoi|comment|pourquoi|qui|quand|qué|cómo|por qué|quién|cuándo|cosa|come|perché|chi|wat|hoe|waarom|wie)(?!\p{L})|(?<!\p{L})(?:nicht|kein\p{L}*|ohne|habe|hatte|wurde|n[e']|pas|sans|no|sin|non|senza|niet|geen|zonder|não|sem)(?!\p{L})/u;

const REMARKS: [Remark, RegExp][] = [
  [
    'cancel',
    /^(?:bitte )?(?:stopp?|anhalten|abbrechen|aufhören|brich ab|hör auf|arrête|arrêtez|annule|para|detente|cancela|fermati|annulla|stopt?|annuleer)(?: bitte| s il te plaît| por favor| per favore)?$/u,
  ],
  [
    'status',
    /^(?:wie läuft es|wie läufts|wie weit bist du|wie ist der stand|bist du fertig|ist (?:es|der brief|das anschreiben) fertig|ça avance|où en es tu|cómo va|come va|hoe gaat het)$/u,
  ],
  [
    'findings',
    /^(?:was hast du (?:alles )?(?:gefunden|herausgefunden)|qu as tu trouvé|qué (?:has encontrado|encontraste)|cosa hai trovato|wat heb je gevonden)$/u,
  ],
  ['help', /^(?:hilfe|wer bist du|was kannst du(?: tun)?|aide|qui es tu|ayuda|quién eres|aiuto|chi sei|wie ben je|wat kun je)$/u],
];

const SHORTER =
  /^(?:bitte )?(?:(?:mach|fass|kürze|rends|hazl[ao]|fall[ao]|maak)(?: (?:es|ihn|das|den brief|das anschreiben|la|het))? )?(?:bitte )?(?:etwas |un peu |più |más |plus )?(?:kürzer|kurz|court[e]?|cort[oa]|brev[e]|korter)(?: bitte)?$/u;

/** Reads some requests of people who write in their own language. `text` is the person's own words. */
export function readForeign(text: string): ForeignReading | null {
  if (text.length > MOST) return null;
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const remark = REMARKS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (remark !== undefined) return { remark };
  if (SHORTER.test(plain)) return { revision: 'Make it shorter' };
  if (OTHER.test(plain)) return null;
  const writes = LETTER.test(plain) && WRITE.test(plain);
  const researches = RESEARCH.test(plain);
  if (researches && writes) return { suggestion: 'research_then_write' };
  if (researches) return { suggestion: 'research_only' };
  return writes ? { suggestion: 'write_only' } : null;
}
