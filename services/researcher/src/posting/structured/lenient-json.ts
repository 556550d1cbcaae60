/** What a value turned out to be and where it ends: `end` is the index after its last character. */
export interface ReadValue {
  value: unknown;
  end: number;
}

export interface ReadRules {
  /** Values of identifiers, for scripts that hand their data over as arguments. */
  names?: ReadonlyMap<string, unknown>;
  /** A quote inside a string need not be escaped when what follows it cannot follow a string. Off for scripts, whose strings are right. */
  looseQuotes?: boolean;
}

const MAX_DEPTH = 100;
const WORDS: Record<string, unknown> = { true: true, false: false, null: null, undefined: undefined, NaN: null, Infinity: null };
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '' };
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const IDENTIFIER = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const SPACE = /(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)+/y;

/**
 * Reads a JSON value or a JavaScript literal that starts at `at`, in the ways pages really write them: comments, trailing commas, single
 * quotes, bare keys, line breaks in strings, `!0`, and expressions as values (which count as undefined). Null when it is neither.
 */
export function readLiteral(text: string, at: number, rules: ReadRules = {}): ReadValue | null {
  const reader = new Reader(text, at, rules);
  try {
    const value = reader.readValue(0);
    return { value, end: reader.at };
  } catch (error) {
    if (error instanceof NotALiteral) return null;
    throw error;
  }
}

class NotALiteral extends Error {}

class Reader {
  at: number;
  readonly #text: string;
  readonly #rules: ReadRules;

  constructor(text: string, at: number, rules: ReadRules) {
    this.#text = text;
    this.at = at;
    this.#rules = rules;
  }

  readValue(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new NotALiteral();
    this.#skipSpace();
    const char = this.#text[this.at] ?? '';
    if (char === '{') return this.#readObject(depth);
    if (char === '[') return this.#readArray(depth);
    if (char === '"' || char === "'" || char === '`') return this.#readString(char);
    if (char === '!') return this.#readFlag();
    return this.#match(NUMBER) === null ? this.#readWord() : Number(this.#matched);
  }

  #readObject(depth: number): Record<string, unknown> {
    // Without a prototype a key called __proto__ is a key like any other.
    const object = Object.create(null) as Record<string, unknown>;
    this.at += 1;
    for (;;) {
      if (this.#skipTo('}')) return object;
      const key = this.#readKey();
      this.#skipSpace();
      if (this.#text[this.at] !== ':') throw new NotALiteral();
      this.at += 1;
      object[key] = this.#readMember(depth, '}');
    }
  }

  #readArray(depth: number): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    while (!this.#skipTo(']')) items.push(this.#readMember(depth, ']'));
    return items;
  }

  /** Past white space and commas; true when that leads to the closing bracket, which is then passed too. */
  #skipTo(closing: string): boolean {
    for (;;) {
      this.#skipSpace();
      if (this.#text[this.at] !== ',') break;
      this.at += 1;
    }
    if (this.#text[this.at] !== closing) return false;
    this.at += 1;
    return true;
  }

  #readMember(depth: number, closing: string): unknown {
    const start = this.at;
    const value = this.readValue(depth + 1);
    this.#skipSpace();
    const next = this.#text[this.at];
    if (next === ',' || next === closing) return value;
    this.at = start;
    this.#skipExpression();
    return undefined;
  }

  #readKey(): string {
    const char = this.#text[this.at] ?? '';
    if (char === '"' || char === "'") return this.#readString(char);
    if (this.#match(IDENTIFIER) !== null || this.#match(NUMBER) !== null) return this.#matched;
    throw new NotALiteral();
  }

  #readString(quote: string): string {
    let value = '';
    let from = this.at + 1;
    for (let index = from; index < this.#text.length; index += 1) {
      const char = this.#text[index];
      if (char === '\\') {
        const { decoded, end } = decodeEscape(this.#text, index + 1);
        value += this.#text.slice(from, index) + decoded;
        from = end;
        index = end - 1;
      } else if (char === quote && (this.#rules.looseQuotes !== true || endsString(this.#text, index + 1))) {
        this.at = index + 1;
        return value + this.#text.slice(from, index);
      }
    }
    throw new NotALiteral();
  }

  #readFlag(): boolean {
    const digit = this.#text[this.at + 1];
    if (digit !== '0' && digit !== '1') throw new NotALiteral();
    this.at += 2;
    return digit === '0';
  }

  #readWord(): unknown {
    if (this.#match(IDENTIFIER) === null) throw new NotALiteral();
    const word = this.#matched;
    return word in WORDS ? WORDS[word] : this.#rules.names?.get(word);
  }

  /** A call, a function, a sum: passed over up to the comma or bracket that ends it. */
  #skipExpression(): void {
    let open = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      const char = this.#text[this.at]!;
      if (char === '"' || char === "'" || char === '`') {
        this.#readString(char);
        this.at -= 1;
      } else if ('([{'.includes(char)) open += 1;
      else if (')]}'.includes(char)) {
        if (open === 0) return;
        open -= 1;
      } else if (char === ';' && open === 0) break;
      else if (char === ',' && open === 0) return;
    }
    throw new NotALiteral();
  }

  #matched = '';

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.at = pattern.lastIndex;
    this.#matched = match[0];
    return match[0];
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.at;
    if (SPACE.test(this.#text)) this.at = SPACE.lastIndex;
  }
}

function decodeEscape(text: string, at: number): { decoded: string; end: number } {
  const char = text[at] ?? '';
  const hex = char === 'u' ? /^[0-9a-fA-F]{4}/ : char === 'x' ? /^[0-9a-fA-F]{2}/ : null;
  const code = hex?.exec(text.slice(at + 1, at + 5))?.[0];
  if (code !== undefined) return { decoded: String.fromCharCode(parseInt(code, 16)), end: at + 1 + code.length };
  return { decoded: ESCAPES[char] ?? char, end: at + 1 };
}

/** Can a string be over here? After it comes the end of a value, or a colon when it was a key. */
function endsString(text: string, at: number): boolean {
  const rest = /^\s*(?:[}\]:]|,\s*(?:["{[\]}]|-?\d|true|false|null)|$)/;
  return rest.test(text.slice(at, at + 200));
}
