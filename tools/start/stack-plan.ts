import { join } from 'node:path';
import type { BackOff } from '../process/back-off.ts';
import { root } from '../root.ts';

/** The processes that make up the product, as files to run. */
export interface StackPlan {
  migrate: string;
  services: { name: string; entry: string }[];
  backOff?: BackOff;
}

export const productPlan: StackPlan = {
  migrate: join(root, 'libs/shared/server/dist/migrate.js'),
  services: ['gateway', 'researcher', 'writer'].map((name) => ({ name, entry: join(root, 'services', name, 'dist/main.js') })),
};
