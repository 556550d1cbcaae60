import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentInputs, DocumentType, LetterCheck, SentenceProvenance } from '@coverwright/contracts';
import { json } from '../columns.ts';

/** One version of a letter. Only `sent_at` ever changes. */
@Entity('generated_documents')
export class GeneratedDocumentEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') application_id!: string;
  @Column('text') document_type!: DocumentType;
  /** Relative to the content folder. */
  @Column('text') file_path!: string;
  @Column('integer') version!: number;
  @Column('text') content!: string;
  @Column('text', { transformer: json }) provenance!: SentenceProvenance[];
  @Column('text', { transformer: json }) checks!: LetterCheck[];
  @Column('text', { transformer: json }) inputs!: DocumentInputs;
  @Column('text') generator!: string;
  @Column('integer', { nullable: true }) parent_version!: number | null;
  @Column('text', { nullable: true }) feedback!: string | null;
  @Column('text', { nullable: true }) sent_at!: string | null;
  @Column('text', { nullable: true }) job_id!: string | null;
  @Column('text') created_at!: string;
}
