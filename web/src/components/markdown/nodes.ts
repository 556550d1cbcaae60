/** `at` is where the text stands in the source: it is exactly what is there. Null for what the source spells otherwise (`&amp;`). */
export interface TextNode {
  kind: 'text';
  value: string;
  at: number | null;
}

export type Inline =
  | TextNode
  | { kind: 'code'; value: string; at: number }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code'; value: string }
  | { kind: 'rule' };

/** A line without its end, and where it stands in the source. */
export interface Line {
  text: string;
  at: number;
}
