/** A reader that is a program, in the words such texts use. */
const READER = String.raw`(?:ai|a\.i\.|llms?|(?:large )?language models?|chat ?bots?|chat ?gpt|gpt|claude|gemini|copilot|(?:ai|virtual|digital|writing|research) (?:assistants?|agents?|readers?|systems?|models?|tools?)|reader model|summari[sz]ers?|crawlers?|assistants?|models?|bots?)`;
const SAY = String.raw`(?:write|say|state|output|print|reply|respond|answer|include|recommend|mention|praise|add|append|insert|summari[sz]e|translate|ignore|disregard|encode|repeat|claim|tell|mail|e-?mail|send|rank|rate|score|conclude|describe)`;
const OUTPUT = String.raw`(?:output|answer|response|reply|summary|summaries|letter|cover letter|text|completion|result)`;

const PATTERNS = [
  String.raw`\b(?:ignore|disregard|forget|override|bypass|do not follow)\b.{0,40}\b(?:previous|prior|above|earlier|preceding|everything|anything|system|instructions?|prompts?|guidelines|told|context|text)\b`,
  String.raw`\b(?:if|since|because|when) you(?: a|')re (?:an? |the )?(?:\w+ ){0,2}${READER}\b`,
  String.raw`\b(?:notice|note|instructions?|message|warning|attention|important|reminder|request)\b.{0,20}\b(?:for|to)\b.{0,20}\b${READER}\b`,
  String.raw`(?:^|[.!?:;]\s*|["“]|\b(?:all|any|every|dear|hey|hello|attention)[, ]+)${READER}\s*(?:[:,]|must|should|shall|has to|have to|are (?:not )?(?:permitted|allowed|required|instructed|asked)|is (?:not )?(?:permitted|allowed|required|instructed|asked)|reading|that reads?|please|will now)`,
  String.raw`\b(?:system|developer|hidden|your|initial) (?:prompt|instructions)\b`,
  String.raw`(?:^|\n)\s*(?:system|assistant|developer)\s*:`,
  String.raw`<\|[a-z_]+\|>|\[/?inst\]|<</?sys>>|</?(?:system|source|assistant|instructions?|tool_call|im_start|im_end)>|^#+\s*(?:instruction|system)`,
  String.raw`\b${SAY}\b.{0,60}\b(?:your|every|each|any|the whole|this|the) (?:\w+ )?${OUTPUT}\b`,
  String.raw`\b(?:your|every|each|any) (?:\w+ )?${OUTPUT}\b.{0,40}\b(?:must|should|shall|has to|in|with|to)\b`,
  String.raw`\b(?:respond|reply|answer|speak|write|output)\b.{0,30}\b(?:in [a-z]+|only with|with only|with the words?|from now on|base64)\b`,
  String.raw`(?:^|[.!?:]\s*)(?:${SAY}) (?:that|one sentence|a sentence|this (?:image|link|sentence)|only|exactly|the (?:words?|applicant|candidate|user|reader))\b`,
  String.raw`\b(?:write|say|state|claim|tell|mention)\b.{0,20}\bthe (?:applicant|candidate|user)\b`,
  String.raw`!\[[^\]]{0,200}\]\(\s*https?:`,
  String.raw`\byou are (?:now )?(?:an? |the )?(?:\w+ ){0,2}(?:ai|assistant|language model|chatbot|dan|jailbroken)\b`,
  String.raw`\b(?:pretend|act) (?:to be|as(?: if)?)\b.{0,40}\b(?:ai|assistant|you|model)\b`,
].map((source) => new RegExp(source, 'is'));

/** Does a block of page text speak to a program that reads it, rather than to a person? Such text is shown, never used. */
export function addressesAi(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[’]/g, "'")
    .replace(/[^\S\n]+/g, ' ');
  return PATTERNS.some((pattern) => pattern.test(plain));
}
