import { createHash } from 'node:crypto';

export type Row = Record<string, unknown>;

const modulus = 1n << 256n;

/** Count and checksum of a table's rows, whatever their order and whichever database they come from. */
export class Digest {
  private rows = 0;
  private sum = 0n;

  constructor(private readonly columns: string[]) {}

  add(row: Row): void {
    const values = this.columns.map((column) => comparable(row[column]));
    const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
    this.sum = (this.sum + BigInt(`0x${hash}`)) % modulus;
    this.rows += 1;
  }

  get count(): number {
    return this.rows;
  }

  toString(): string {
    return `${this.rows} rows, ${this.sum.toString(16).padStart(64, '0')}`;
  }
}

/** Numbers as text: one driver gives a large one as text, the other as a number. */
function comparable(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Buffer.isBuffer(value) ? value.toString('base64') : String(value as string | number | bigint | boolean);
}
