import type { ErrorCode } from '@coverwright/contracts';
import type { BadArchive, BadArchiveReason } from '@coverwright/server/archive';
import type { WorkFault } from '../isolation/work.ts';

const answers: Record<BadArchiveReason, { code: ErrorCode; hint: string }> = {
  not_a_zip: { code: 'FILE_UNSUPPORTED', hint: 'Choose the zip that GET /api/export gave, and download it again if it is not complete.' },
  foreign: { code: 'FILE_UNREADABLE', hint: 'Only a zip that GET /api/export gave, unchanged, can be imported.' },
  damaged: { code: 'FILE_UNREADABLE', hint: 'Export again from the instance that it came from, or take another copy.' },
  bad_content: { code: 'FILE_UNREADABLE', hint: 'The zip was changed after it was made. Export again, or take another copy.' },
  other_version: { code: 'FILE_UNREADABLE', hint: 'Bring this Coverwright up to the version that made the export, then import again.' },
  too_large: { code: 'BODY_TOO_LARGE', hint: 'For an instance of that size use npm run backup and npm run restore.' },
};

/** The same to the person. Nothing was written. */
export function toFault({ reason, message }: BadArchive): WorkFault {
  const { code, hint } = answers[reason];
  return { code, message, hint: `Nothing was imported. ${hint}` };
}
