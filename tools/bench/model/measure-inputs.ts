import { apiPaths } from '@coverwright/contracts';
import { startLocalSite, startOllamaStub } from '@coverwright/testing';
import type { BenchContext } from '../benches.ts';
import { languages, longText, type Language } from './long-texts.ts';
import { startModelStack, type ModelStack } from './model-stack.ts';

const sizes = [1000, 10_000, 100_000, 400_000];
/** What the product takes of each at most. */
const most = { posting: 200_000, message: 20_000, resume: 150_000 };

/** Runs of research, letter and chat over inputs of every size: whether the model server ever had to cut a prompt or to load anew. */
export const measureInputs = async (context: BenchContext): Promise<void> => {
  const stub = await startOllamaStub({ models: ['good:3b'] });
  const inputs = languages.flatMap((language) => sizes.map((size) => ({ language, size, path: `/${language}-${size}` })));
  const pages = inputs.map(({ language, size, path }) => [path, { body: pageOf(longText(language, size)) }] as const);
  const site = await startLocalSite(Object.fromEntries(pages));
  let stack: ModelStack | null = null;
  try {
    stack = await startModelStack(context, stub.url, { RESEARCH_ALLOW_PRIVATE: site.host, RESEARCH_MAX_PAGES: '1' });
    for (const { language, size, path } of inputs) await oneRun(stack, language, size, site.url + path);
    const calls = stub.requests.filter(({ phase }) => phase !== null);
    await stub.until(() => calls.every(({ phase, disconnected }) => phase === 'done' || disconnected !== null));
    const cut = calls.filter(({ truncated }) => truncated).length;
    const refused = calls.filter((call) => call.refused !== null).length;
    const windows = new Set(calls.map(({ body }) => (body as { options: { num_ctx: number } }).options.num_ctx));
    context.say(
      `inputs: ${inputs.length} runs over ${sizes[0]}–${sizes.at(-1)} characters in ${languages.join(', ')}: ${calls.length} model calls, ` +
        `${cut} prompts cut, ${refused} refused as too long, ${windows.size} window, ${stub.loads} load of the model by three services`,
    );
  } finally {
    await stack?.stop();
    await site.close();
    await stub.close();
  }
};

const pageOf = (text: string): string =>
  `<title>Holm Pumps</title><main>${text
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</main>`;

const oneRun = async (stack: ModelStack, language: Language, size: number, companyUrl: string): Promise<void> => {
  const text = (limit: number) => longText(language, Math.min(size, limit));
  await stack.send('PUT', apiPaths.resume, {
    content: `# Kim Holm\n\n## Experience\n\n### Engineer, Norden (2015–2024)\n\n- ${text(most.resume).replaceAll('\n\n', '\n- ')}\n`,
  });
  const id = await stack.newApplication({ company_url: companyUrl, job_description: text(most.posting) });
  const run = await stack.ended(await stack.start(id, 'research_then_write'));
  if (run.status !== 'success')
    throw new Error(`A run over ${size} characters of ${language} ended as ${run.status}: ${run.error?.message}`);
  for (let turn = 0; turn < 2; turn += 1) await chat(stack, id, `${text(most.message - 100)} What does that mean for me?`);
};

/** Asks and waits for the end of the reply, whatever it says. */
const chat = async (stack: ModelStack, applicationId: string, content: string): Promise<void> => {
  const { reply_id } = await stack.send<{ reply_id: string }>('POST', apiPaths.messages(applicationId), { content });
  await stack.replied(applicationId, reply_id);
};
