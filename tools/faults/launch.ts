import { runTool } from '../process/user-error.ts';
import { runLauncher } from '../start/run-launcher.ts';
import { productPlan } from '../start/stack-plan.ts';

/** `npm start` for the fault harness: hundreds of kills in minutes would make the pause before each restart grow to half a minute. */
const backOff = { first: 250, most: 250, calmAfter: 0 };

await runTool(() => runLauncher({ plan: { ...productPlan, backOff }, build: false }));
