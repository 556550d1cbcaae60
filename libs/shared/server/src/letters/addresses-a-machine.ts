const patterns = [
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:previous|prior|above|before|earlier|instructions?|everything|all)\b/i,
  /\b(?:system|developer)\s+prompt\b|^\s*(?:system|assistant|user|developer)\s*:/im,
  /\b(?:AI|LLM|language model|chatbot|GPT|Copilot|assistant)s?\b.{0,30}\b(?:readers?|systems?|must|should|are (?:not )?(?:permitted|allowed|required)|please)\b/i,
  /\b(?:answer|respond|reply|output|print|encode)\b.{0,40}\b(?:only|with the words|in (?:spanish|german|french|base64)|whole answer|exactly|CANARY)/i,
  /\b(?:add|include|append|insert|write|state|mention|tell)\b.{0,40}\b(?:your (?:output|answer|summary|letter|response)|the (?:letter|summary|applicant|reader)|this image|that the (?:applicant|candidate|company was))\b/i,
  /\bevery summary\b|<\|[a-z_]+\|>|\[\/?INST\]|<\/?(?:source|system|data|document)>/i,
  /!\[[^\]]*\]\(|[\u{E0000}-\u{E007F}]|[\u200B-\u200D\u2060\u202A-\u202E\u2066-\u2069]/u,
];

/** Whether page text speaks to a language model instead of a reader; such text is neither evidence nor prompt. */
export function addressesAMachine(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
