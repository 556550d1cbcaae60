import type { Application } from '@coverwright/contracts';

/** A name that says what it is on every file system: `cover-letter-northwind-data-engineer-v2.md`. */
export function fileName(application: Pick<Application, 'company_name' | 'job_title'>, version: number, format: string): string {
  const words = [application.company_name, application.job_title].map(plain).filter((word) => word !== '');
  return `${['cover-letter', ...words].join('-').slice(0, 120)}-v${version}.${format}`;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
