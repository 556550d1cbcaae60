import type { ListOf, ListQuery, ResumeVersion, ResumeVersionWithContent } from '@coverwright/contracts';
import { AppError, type ResumeHistory } from '@coverwright/server';

/** Earlier texts of the resume, the latest first. The cursor is the id of the last one seen: ids sort by time. */
export async function listVersions(history: ResumeHistory, { limit, cursor }: ListQuery): Promise<ListOf<ResumeVersion>> {
  await history.notice();
  const ids = (await history.list()).filter((id) => cursor === undefined || id < cursor);
  const page = ids.slice(0, limit);
  const items = await Promise.all(page.map(async (id) => withoutContent(await readVersion(history, id))));
  return { items, next_cursor: ids.length > limit ? (page.at(-1) ?? null) : null };
}

export async function readVersion(history: ResumeHistory, id: string): Promise<ResumeVersionWithContent> {
  const kept = await history.read(id);
  if (kept === null)
    throw new AppError('NOT_FOUND', 'There is no such earlier version of the resume.', { hint: 'See GET /api/resume/history.' });
  return { id: kept.id, replaced_at: kept.replacedAt, characters: kept.content.length, content: kept.content };
}

const withoutContent = ({ content: _content, ...version }: ResumeVersionWithContent): ResumeVersion => version;
