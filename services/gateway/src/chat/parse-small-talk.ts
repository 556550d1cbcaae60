/** What a short message is that asks for nothing, or for what only the conversation can tell. */
export type SmallTalk = 'greeting' | 'thanks' | 'fine' | 'goodbye' | 'yes' | 'no' | 'again' | 'letter';

const MOST = 80;
const POLITE = '(?: (?:please|pls|now|then|there|again|coverwright|assistant|everyone|all|you|so|very|much|a lot|lots|indeed))*';

/** Words one after the other, each parted from the next: without that a row of the same letters could be read in too many ways. */
const row = (words: string): string => `(?:${words})(?: (?:${words}))*`;

/** Whole messages, in small letters and without signs. Greetings and thanks also in some other languages: the answer is the same. */
const KINDS: [SmallTalk, string][] = [
  [
    'greeting',
    '(?:hi|hello|hey|hiya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|evening|hallo|moin|servus|guten (?:morgen|tag|abend)|bonjour|salut|hola|buenos dias|ciao|buongiorno|hej|hoi|ola)',
  ],
  [
    'thanks',
    '(?:(?:ok|okay|great|perfect|cool|nice|super|wow|awesome) )?(?:(?:many |big )?thanks?(?: you)?|thank (?:you|u)|thx|ty|tysm|cheers|ta|much appreciated|danke(?: schön| sehr| dir)?|vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias|grazie(?: mille)?|tack|obrigad[oa]|dank je|bedankt|🙏|❤️?)(?: (?:for|that|this|it|the|your|help|everything|letter|is|was|really|great|perfect|good|nice|helpful|lovely|that is|thats))*',
  ],
  [
    'fine',
    row(
      'ok|okay|k|kk|all right|alright|fine|great|cool|nice(?: one)?|perfect|super|wow|awesome|good(?: job| work| to know)?|well done|excellent|brilliant|lovely|amazing|got it|i see|understood|makes sense|sounds good|looks good|love it|gut|gerne|parfait|👍|👌|🎉|😊|🙂',
    ),
  ],
  [
    'goodbye',
    '(?:bye(?: bye)?|goodbye|see (?:you|ya)(?: (?:later|soon|tomorrow))?|good night|tschüss|ciao ciao|au revoir|adios|auf wiedersehen)',
  ],
  [
    'yes',
    row(
      'yes|yeah|yep|yup|sure|of course|ok yes|absolutely|definitely|please do|yes please do|go ahead|do it|do that|yes do it|yes go ahead|ja(?: bitte)?|oui|si|sí',
    ),
  ],
  ['no', row('no|nope|nah|not now|not yet|no need|nein(?: danke)?|non merci') + '(?: thanks?(?: you)?| thank you)?'],
  [
    'again',
    '(?:please )?(?:(?:try|do|run|start) (?:it |that |this )?(?:all )?(?:again|once more)|again|once more|one more time|retry|re try|repeat(?: (?:that|it|the run))?|rerun(?: it)?|nochmal|noch einmal|encore|otra vez)',
  ],
  [
    'letter',
    '(?:(?:please )?(?:(?:can|could|may) (?:i|you) )?(?:please )?(?:show|see|open|read|view|get|send|give|find|download)(?: me)? (?:the|my|that) (?:(?:latest|last|newest|current|finished|cover|covering) )*(?:letter|draft)|where (?:is|can i (?:find|see|read)|do i find) (?:the|my) (?:(?:latest|last|cover) )*(?:letter|draft)|wheres (?:the|my) (?:cover )?(?:letter|draft))',
  ],
];
const PATTERNS = KINDS.map(([kind, source]) => [kind, new RegExp(`^${source}${POLITE}$`, 'u')] as const);

/** Null for everything that is longer than such a message, or says more. */
export function readSmallTalk(text: string): SmallTalk | null {
  if (text.length > MOST) return null;
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\s👍👌🎉😊🙂🙏❤]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
