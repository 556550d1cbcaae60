import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fact, NoteKind } from '@coverwright/contracts';
import { flag, json } from '../columns.ts';

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
  @Column('text') fetched_at!: string;
  @Column('text') created_at!: string;
}
