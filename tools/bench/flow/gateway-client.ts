import { Agent, request, type IncomingMessage } from 'node:http';
import { apiPaths, type OrchestrateAnswer } from '@coverwright/contracts';
import { concurrency } from './plan.ts';

const agent = new Agent({ keepAlive: true, maxSockets: concurrency });

/** Asks for a letter as any client does, on a kept connection. Resolves with the answer when its last byte is here. */
export const postWriteOnly = async (url: string, applicationId: string): Promise<OrchestrateAnswer> => {
  const body = JSON.stringify({ action: 'write_only' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const response = await send(url + apiPaths.orchestrate(applicationId), 'POST', headers, body, agent);
  const text = Buffer.concat(await response.toArray()).toString();
  if (response.statusCode !== 202) throw new Error(`The gateway answered ${response.statusCode} to a run: ${text}`);
  return JSON.parse(text) as OrchestrateAnswer;
};

/** The events of one application, on a connection of its own. */
export const openEvents = (url: string, applicationId: string): Promise<IncomingMessage> =>
  send(url + apiPaths.applicationEvents(applicationId), 'GET', {}, '', undefined);

const send = (
  url: string,
  method: string,
  headers: Record<string, string | number>,
  body: string,
  through: Agent | undefined,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(url, { method, headers, agent: through }, resolve).once('error', reject).end(body);
  });
