import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('applications')
export class ApplicationEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') company_name!: string;
  @Column('text') job_title!: string;
  @Column('text', { nullable: true }) company_url!: string | null;
  @Column('text', { nullable: true }) job_url!: string | null;
  @Column('text', { nullable: true }) job_description!: string | null;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('text', { nullable: true }) remote!: string | null;
  @Column('text', { nullable: true }) employment_type!: string | null;
  @Column('text', { nullable: true }) salary!: string | null;
  @Column('text') status!: string;
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('text') last_activity_at!: string;
  @Column('text') created_at!: string;
  @Column('text') updated_at!: string;
}
