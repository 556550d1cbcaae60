import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Message } from '@coverwright/contracts';
import { json } from '../columns.ts';

@Entity('messages')
export class MessageEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') application_id!: string;
  @Column('text') role!: Message['role'];
  @Column('text') content!: string;
  @Column('text') status!: Message['status'];
  /** The message this one answers; several answers to one message are siblings. */
  @Column('text', { nullable: true }) reply_to!: string | null;
  @Column('text', { nullable: true }) job_id!: string | null;
  @Column('text', { nullable: true }) document_id!: string | null;
  @Column('text', { nullable: true, transformer: json }) suggestions!: string[] | null;
  /** Moves on while a gateway writes the reply. */
  @Column('integer') beat!: number;
  @Column('text') created_at!: string;
}
