import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Action,
  JobError,
  JobStage,
  JobStatus,
  OrchestrateRequest,
  Progress,
  ResearchResult,
  SourceReport,
  WriteResult,
} from '@coverwright/contracts';
import { flag, json } from '../columns.ts';

/** One run: the truth about it, and the outbox of the queue. */
@Entity('background_jobs')
export class BackgroundJobEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') application_id!: string;
  @Column('text') action!: Action;
  @Column('text', { transformer: json }) request!: OrchestrateRequest;
  @Column('text', { nullable: true }) idempotency_key!: string | null;
  /** Who asked: a run asked for in the chat is announced there when it ends. */
  @Column('text') origin!: 'api' | 'chat';
  @Column('text') status!: JobStatus;
  @Column('text') stage!: JobStage;
  /** Raised by retry and repair; the ids of the queue's jobs derive from it. */
  @Column('integer') generation!: number;
  /** Raised by every claim; only the holder of the newest fence may change anything. */
  @Column('integer') fence!: number;
  @Column('integer') attempts!: number;
  @Column('text', { transformer: json }) progress!: Progress;
  @Column('text', { transformer: json }) sources!: SourceReport[];
  /** Set once research has finished; a later claim of the same run does not fetch again. */
  @Column('text', { transformer: json, nullable: true }) research!: ResearchResult | null;
  @Column('text', { transformer: json, nullable: true }) result!: WriteResult | ResearchResult | null;
  @Column('text', { transformer: json, nullable: true }) error!: JobError | null;
  @Column('integer', { transformer: flag }) announced!: boolean;
  @Column('text') created_at!: string;
  @Column('text', { nullable: true }) started_at!: string | null;
  @Column('text', { nullable: true }) finished_at!: string | null;
  @Column('text') updated_at!: string;
}
