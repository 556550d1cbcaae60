import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import { launchStack } from '../start/launch-stack.ts';
import { localUrl, readLauncherSettings } from '../start/settings.ts';
import { productPlan } from '../start/stack-plan.ts';
import { ApiClient } from './api-client.ts';
import { startDemoSite } from './demo-site.ts';
import type { LetterRequest } from './draft-letter.ts';

export interface OpenGateway {
  api: ApiClient;
  /** Ends what was started for this run, and only that. */
  close: () => Promise<void>;
  /** What to draft, when the gateway brings it along. */
  request?: LetterRequest;
}

interface Tools {
  guardian: Guardian;
  signal: AbortSignal;
}

const say = (line: string) => console.error(line);

/** The stack that runs already, else one for this run. */
export const openGateway = async (tools: Tools): Promise<OpenGateway> => {
  const settings = readLauncherSettings(process.env, root, false);
  const token = process.env.AUTH_TOKEN?.trim() || null;
  if (settings.port) {
    const api = new ApiClient(localUrl(settings.host, settings.port), token);
    const state = await api.state();
    if (state === 'ready') return { api, close: () => Promise.resolve() };
    if (state === 'unready') {
      throw new UserError(
        `Coverwright runs at ${api.url} but cannot do its work now. ${api.url}/api/health/ready says which part; try again when it is ready.`,
      );
    }
  }
  return startOwn(tools, { ...process.env, PORT: '0' }, token);
};

/** A stack, a company and a resume on folders of their own: nothing of the person's is read or changed. */
export const openDemo = async (tools: Tools): Promise<OpenGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-demo-'));
  const site = await startDemoSite();
  const remove = async () => {
    site.close();
    await rm(folder, { recursive: true, force: true });
  };
  const env = {
    ...process.env,
    ...{ HOST: '127.0.0.1', PORT: '0', AUTH_TOKEN: '', REDIS_URL: '', DATABASE_URL: '' },
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    RESEARCH_ALLOW_PRIVATE: site.host,
  };
  try {
    const { api, close } = await startOwn(tools, env, null);
    const request: LetterRequest = {
      company: 'Wendlemark Cartography',
      title: 'Senior Backend Engineer',
      urls: [`${site.url}/`],
      jobUrl: `${site.url}/jobs.html`,
      jobDescription: null,
      resume: await readFile(join(root, 'content/resume/sample_resume.md'), 'utf8'),
    };
    return { api, request, close: () => close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
};

const startOwn = async ({ guardian, signal }: Tools, env: NodeJS.ProcessEnv, token: string | null): Promise<OpenGateway> => {
  const settings = readLauncherSettings(env, root, false);
  say('Starting Coverwright for this run.');
  const logs = settings.debug ? 'pretty' : 'hidden';
  const stack = await launchStack(productPlan, { guardian, settings, env, logs, say, write: say, signal });
  return { api: new ApiClient(stack.url, token), close: stack.stop };
};
