export type BadArchiveReason = 'not_a_zip' | 'damaged' | 'too_large' | 'foreign' | 'other_version' | 'bad_content';

/** Why an archive is not taken. The message is for a person and quotes nothing but names of files. */
export class BadArchive extends Error {
  constructor(
    readonly reason: BadArchiveReason,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'BadArchive';
  }
}
