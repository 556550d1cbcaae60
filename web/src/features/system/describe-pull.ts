import { formatBytes } from '../../lib/format-bytes.ts';
import type { ModelPull } from './model-pulls.ts';

/** Where a model on its way is, or how that ended, for a person. */
export function describePull({ status, message, completed_bytes, total_bytes, error }: ModelPull): string {
  if (status === 'success') return 'ready';
  if (status === 'cancelled') return message;
  if (status === 'failure') return [error?.message ?? message, error?.hint].filter(Boolean).join(' ');
  return total_bytes === null ? message : `${formatBytes(completed_bytes)} of ${formatBytes(total_bytes)}`;
}
