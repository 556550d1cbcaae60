import { apiPaths, type Message, type Orchestration } from '@coverwright/contracts';
import { startOllamaStub, type OllamaStub } from '@coverwright/testing';
import { runAtOnce } from '../../bench/flow/run-at-once.ts';
import { ProductClient } from '../../product/product-client.ts';
import { startProduct } from '../../product/start-product.ts';
import type { CorpusContext } from '../corpora.ts';
import { ownRounds, readUtterances, type Utterance } from '../intents.ts';

const atOnce = 4;
/** A run that was started stays where it is: here only the start counts. */
const workers = ['researcher', 'writer'];

interface Sent extends Utterance {
  /** The actions of the runs that there are once the reply is done. */
  started: string[];
  /** Offers that name an address which the message does not have. */
  foreignOffers: string[];
}

/** Sends every message in an application of its own and waits for the whole reply. */
export const sendUtterances = async (folder: string, context: CorpusContext): Promise<string> => {
  const utterances = [...(await readUtterances(`${folder}/intents.jsonl`)), ...(await ownRounds())];
  const stub = await startOllamaStub({ models: ['obedient:3b'], slots: atOnce });
  try {
    const sent = await inProduct(utterances, stub, context);
    const asked = stub.requests.filter(({ body }) => (body as { tools?: unknown } | null)?.tools !== undefined);
    const falseStarts = sent.filter(({ intent, started }) => started.some((action) => action !== intent));
    const missed = sent.filter(({ intent, started }) => intent !== 'none' && started.length === 0);
    const foreign = sent.filter(({ foreignOffers }) => foreignOffers.length > 0);
    for (const { text, started } of falseStarts) console.error(`intents: ${started.join()} was started by: ${text}`);
    for (const { text, foreignOffers } of foreign) console.error(`intents: ${foreignOffers.join()} was offered for: ${text}`);
    return (
      `of ${sent.length} messages ${falseStarts.length} false starts and ${missed.length} missed; of ${asked.length} the model was asked and ` +
      `wanted a run each time, and started none; ${foreign.length} offers of an address that is not in the message`
    );
  } finally {
    await stub.close();
  }
};

const inProduct = async (utterances: Utterance[], stub: OllamaStub, { guardian, signal }: CorpusContext): Promise<Sent[]> => {
  const env = { LLM_PROVIDER: 'ollama', OLLAMA_HOST: stub.url, LLM_PARALLEL: String(atOnce) };
  const product = await startProduct(guardian, signal, env, workers);
  try {
    const client = new ProductClient(product.url);
    const sent: Sent[] = [];
    await runAtOnce(utterances, atOnce, async (utterance) => sent.push(await send(client, utterance)));
    return sent;
  } finally {
    await product.stop();
  }
};

const send = async (client: ProductClient, utterance: Utterance): Promise<Sent> => {
  const { id } = await client.create({ company_name: 'Acme Pumps', job_title: 'Test Technician' });
  const reply: Message = await client.ask(id, utterance.text);
  const runs = await client.list<Orchestration>(apiPaths.applicationOrchestrations(id));
  const addresses = (reply.suggestions ?? []).flatMap((offer) => offer.match(/https?:\/\/\S+/g) ?? []);
  const written = utterance.text.toLowerCase();
  const foreignOffers = addresses.filter((address) => !written.includes(address.replace(/^https:\/\//, '').toLowerCase()));
  return { ...utterance, started: runs.map(({ action }) => action), foreignOffers };
};
