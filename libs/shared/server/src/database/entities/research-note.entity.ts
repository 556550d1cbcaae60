import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact, NoteKind } from '@coverwright/contracts';
import { flag, json } from '../columns.ts';

/** A page that another leads on to, and how much its address and its link text promise to say about the employer. */
export interface PageLead {
  url: string;
  score: number;
  /** What the page seems to be about; several of one kind say less than one each of several. */
  subject: string;
}

@Entity('research_notes')
export class ResearchNoteEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') application_id!: string;
  /** The run that stored it. */
  @Column('text', { nullable: true }) job_id!: string | null;
  @Column('text') source_url!: string;
  @Column('text') title!: string;
  @Column('text') kind!: NoteKind;
  @Column('text') content!: string;
  @Column('text', { transformer: json }) facts!: Fact[];
  @Column('text') content_sha256!: string;
  @Column('integer', { transformer: flag }) pinned!: boolean;
  @Column('integer', { transformer: flag }) excluded!: boolean;
  @Column('text', { nullable: true }) etag!: string | null;
  @Column('text', { nullable: true }) last_modified!: string | null;
  @Column('text', { nullable: true, transformer: json }) leads!: PageLead[] | null;
  /** Null: the best sentences. */
  @Column('text', { nullable: true }) facts_by!: string | null;
  @Column('text') fetched_at!: string;
  @Column('text', { nullable: true }) edited_at!: string | null;
  @Column('text') created_at!: string;
}
