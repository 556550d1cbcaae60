import { join } from 'node:path';
import { runTool } from '../../process/user-error.ts';
import { runLauncher } from '../run-launcher.ts';

const file = (name: string) => join(import.meta.dirname, name);
const services = ['gateway', 'researcher', 'writer'].map((name) => ({ name, entry: file('fake-service.ts') }));
const backOff = { first: 50, most: 200, calmAfter: 60_000 };

await runTool(() => runLauncher({ plan: { migrate: file('fake-migrate.ts'), services, backOff }, build: false }));
