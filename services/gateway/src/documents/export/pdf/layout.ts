import type { Block, Span } from '../read-blocks.ts';
import { breakLines } from './break-lines.ts';
import { directText } from './direct-text.ts';
import { Fonts, type Face } from './fonts.ts';
import { orderAtoms } from './order-atoms.ts';
import { shapeLine, type Atom } from './shape-line.ts';

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

interface Line {
  atoms: Atom[];
  rightToLeft: boolean;
}

/** Points. */
export const pageMargin = 72;
const listIndent = 18;
const sizes: Record<Block['kind'], number> = { paragraph: 11, item: 11, quote: 11, heading: 13 };
const gapAfter: Record<Block['kind'], number> = { paragraph: 8, item: 3, quote: 8, heading: 5 };
const lineHeight = 1.5;
/** From the top of a line to the foot of its letters. */
const rise = 1.1;

/** Puts a letter on pages, tagged for those who have it read out. Letters of any script, in both directions, in one line. */
export class Layout {
  readonly #document: Document;
  readonly #fonts = new Fonts();
  readonly #registered = new Set<string>();
  readonly #root: Element;
  #list: { number: number; element: Element } | null = null;
  #y = pageMargin;

  constructor(document: Document) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
  }

  write(blocks: Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'item') this.#writeItem(block);
      else {
        this.#endList();
        const tag = block.kind === 'heading' ? `H${block.level}` : block.kind === 'quote' ? 'BlockQuote' : 'P';
        this.#writeBlock(block, this.#add(this.#root, tag), tag);
      }
    }
    this.#endList();
    this.#root.end();
  }

  #writeItem(block: Block): void {
    if (this.#list?.number !== block.list) {
      this.#endList();
      this.#list = { number: block.list, element: this.#add(this.#root, 'L') };
    }
    const item = this.#add(this.#list.element, 'LI');
    const label = block.marker === null ? null : this.#add(item, 'Lbl');
    this.#writeBlock(block, this.#add(item, 'LBody'), 'LBody', label);
    label?.end();
    item.end();
  }

  #endList(): void {
    if (this.#list === null) return;
    this.#list.element.end();
    this.#list = null;
    this.#y += gapAfter.paragraph - gapAfter.item;
  }

  #add(parent: Element, tag: string): Element {
    const element = this.#document.struct(tag);
    parent.add(element);
    return element;
  }

  #writeBlock(block: Block, element: Element, tag: string, label: Element | null = null): void {
    const size = sizes[block.kind];
    const indent = block.kind === 'item' ? (block.level + 1) * listIndent : block.kind === 'quote' ? listIndent : 0;
    const lines = block.lines.flatMap((line) => this.#shape(styled(line, block), size, indent));
    const marker = label === null ? undefined : this.#shape([{ text: block.marker ?? '', bold: false, italic: false }], size, indent)[0];
    let open = false;
    const close = () => {
      if (open) this.#document.endMarkedContent();
      open = false;
    };
    for (const [index, line] of lines.entries()) {
      if (this.#y + size * lineHeight > this.#document.page.height - pageMargin) {
        close();
        this.#document.addPage();
        this.#y = pageMargin;
      }
      if (index === 0 && marker && label) {
        label.add(this.#document.markStructureContent('Lbl'));
        this.#draw({ ...marker, rightToLeft: line.rightToLeft }, size, indent - listIndent);
        this.#document.endMarkedContent();
      }
      // What is tagged as one piece has to lie on one page.
      if (!open) element.add(this.#document.markStructureContent(tag));
      open = true;
      this.#draw(line, size, indent);
      this.#y += size * lineHeight;
    }
    close();
    element.end();
    this.#y += gapAfter[block.kind];
  }

  #shape(spans: Span[], size: number, indent: number): Line[] {
    const measure = (face: Face, text: string) => this.#use(face, size).widthOfString(text);
    const width = this.#document.page.width - 2 * pageMargin - indent;
    const { atoms, rightToLeft } = shapeLine(spans, this.#fonts, measure);
    return breakLines(atoms, width, measure).map((part) => ({ atoms: part, rightToLeft }));
  }

  /** Placed as it looks, written as it reads: what is selected or read out follows the order of writing. */
  #draw({ atoms, rightToLeft }: Line, size: number, indent: number): void {
    const pieces = joinNeighbours(dropLastSpace(atoms)).map((atom) => {
      const directed = directText(atom.text, atom.level);
      return { ...atom, directed, width: this.#use(atom.face, size).widthOfString(directed.text, directed.options) };
    });
    const total = pieces.reduce((sum, piece) => sum + piece.width, 0);
    const places = new Map<Atom, number>();
    let x = rightToLeft ? this.#document.page.width - pageMargin - indent - total : pageMargin + indent;
    for (const piece of orderAtoms(pieces)) {
      places.set(piece, x);
      x += piece.width;
    }
    for (const piece of pieces) {
      const options = { ...piece.directed.options, lineBreak: false, baseline: 'alphabetic' as const };
      this.#use(piece.face, size).text(piece.directed.text, places.get(piece), this.#y + size * rise, options);
    }
  }

  #use(face: Face, size: number): Document {
    if (!this.#registered.has(face.name)) {
      // The library takes a font that is open already, which its types do not know yet.
      this.#document.registerFont(face.name, face.font as unknown as string);
      this.#registered.add(face.name);
    }
    return this.#document.font(face.name, size);
  }
}

const styled = (spans: Span[], block: Block): Span[] => (block.kind === 'heading' ? spans.map((span) => ({ ...span, bold: true })) : spans);

const dropLastSpace = (atoms: Atom[]): Atom[] =>
  atoms
    .map((atom, index) => (index === atoms.length - 1 ? { ...atom, text: atom.text.trimEnd() } : atom))
    .filter((atom) => atom.text !== '');

/** One stretch of text where nothing but a possible end of the line lay between, so that it is selected and read as one. */
function joinNeighbours(atoms: Atom[]): Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (last !== undefined && last.face === atom.face && last.level === atom.level) last.text += atom.text;
    else joined.push({ ...atom });
  }
  return joined;
}
