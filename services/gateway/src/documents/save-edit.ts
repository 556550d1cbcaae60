import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CreateDocument, DocumentWithContent } from '@coverwright/contracts';
import {
  AppError,
  ApplicationRepository,
  collectEvidence,
  ContentFolder,
  DocumentRepository,
  ResearchNoteRepository,
  verifyLetter,
} from '@coverwright/server';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A person's edit becomes the next version. It is verified like a draft; sentences are marked, nothing is blocked. */
@Injectable()
export class SaveEdit {
  constructor(
    @Inject(ApplicationRepository) private readonly applications: ApplicationRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(ResearchNoteRepository) private readonly notes: ResearchNoteRepository,
    @Inject(ContentFolder) private readonly content: ContentFolder,
  ) {}

  async save(applicationId: string, edit: CreateDocument): Promise<DocumentWithContent> {
    const application = await this.applications.get(applicationId);
    const parent = await this.documents.findVersion(applicationId, edit.document_type, edit.parent_version);
    if (parent === null) {
      throw new AppError('STALE_PARENT', `There is no version ${edit.parent_version} of this letter to edit.`, {
        hint: 'Take the number of a version in GET /api/applications/{id}/documents.',
      });
    }
    const resume = (await this.content.readResume())?.content ?? '';
    const notes = (await this.notes.listAll(applicationId)).filter((note) => !note.excluded);
    const { provenance, checks } = verifyLetter(edit.content, collectEvidence({ application, resume, notes, today: new Date() }));
    return this.documents.appendVersion({
      application_id: applicationId,
      ...edit,
      provenance,
      checks,
      inputs: {
        resume_sha256: resume === '' ? null : sha256(resume),
        note_ids: notes.map((note) => note.id),
        job_sha256: application.job_description === null ? null : sha256(application.job_description),
        model: null,
        prompt_sha256: null,
        options: {},
      },
      generator: 'person',
      feedback: null,
      job_id: null,
    });
  }
}
