import { errorCode } from '../content/atomic-file.ts';
import { DatabaseUnusable } from './database-unusable.ts';

/** PostgreSQL's own codes, and the system's, for the reasons that a person can do something about. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'nobody listens there. Start PostgreSQL, or correct the host and the port in DATABASE_URL',
  ENOTFOUND: 'there is no machine of that name. Correct the host in DATABASE_URL',
  EAI_AGAIN: 'its name could not be looked up. Check the network, or correct the host in DATABASE_URL',
  '28P01': 'it does not take this user with this password. Correct both in DATABASE_URL',
  '28000': 'it does not let this user in. Correct DATABASE_URL, or let the user in (pg_hba.conf)',
  '3D000': 'it has no database of that name. Create it, or correct the name in DATABASE_URL',
  '53300': 'it has no connection left. Raise its max_connections, or close other programs that use it',
  '57P03': 'it is just starting or ending. Try again in a moment',
};
const otherwise =
  'it gave no answer in time or broke off. See that PostgreSQL runs there, that this machine may reach it and that DATABASE_URL is right';

/** Why a PostgreSQL cannot be worked with, without the password of its address. */
export function explainUnreachable(url: string, error: unknown): DatabaseUnusable {
  const { host, pathname } = new URL(url);
  const code = errorCode(error);
  const known = typeof code === 'string' ? code : '';
  const reason = reasons[known] ?? otherwise;
  const said = known === '' ? '' : ` (${known})`;
  return new DatabaseUnusable(
    'unreachable',
    `The PostgreSQL database ${pathname.slice(1)} at ${host} cannot be used: ${reason}${said}. ` +
      'Nothing was started and nothing is lost; start Coverwright again when that is done.',
    error,
  );
}
