import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { transportOf } from './behaviours.ts';
import { splitTokens } from './count-tokens.ts';
import type { Ending, Wire } from './wires.ts';

const TOKENS_BEFORE_FAULT = 8;
const PIECES_BEFORE_FAULT_IN_CALL = 2;
const SLOW_TOKENS_PER_SECOND = 5;
const THOUGHT = 'The user wants a text from me. Let me think about it first.';

export interface Sending {
  res: ServerResponse;
  wire: Wire;
  model: string;
  tokens: string[];
  ending: Ending;
  tokensPerSecond: number;
  signal: AbortSignal;
  onSent: (isToken: boolean) => void;
}

interface Piece {
  line: string;
  isToken: boolean;
}

/** Streams the tokens, or as much of them as the behaviour of the model lets through. */
export async function sendAnswer(sending: Sending): Promise<void> {
  const { res, wire, tokens, ending } = sending;
  const transport = transportOf(sending.model);
  const perSecond = transport === 'slow' ? Math.min(SLOW_TOKENS_PER_SECOND, sending.tokensPerSecond) : sending.tokensPerSecond;
  res.writeHead(200, { 'content-type': wire.contentType });
  const pieces = piecesOf(sending);
  const faultAt = ending.tools.length > 0 ? PIECES_BEFORE_FAULT_IN_CALL : TOKENS_BEFORE_FAULT;
  for (const [index, { line, isToken }] of pieces.entries()) {
    if (Number.isFinite(perSecond)) await delay(1000 / perSecond, undefined, { signal: sending.signal });
    if (index === faultAt && (await fault(sending))) return;
    await writeSplit(sending, line, index);
    sending.onSent(isToken);
  }
  if (pieces.length <= faultAt && (await fault(sending))) return;
  if (transport !== 'no-done') await writeSplit(sending, wire.end(ending), tokens.length);
  res.end();
}

function piecesOf({ wire, model, tokens, ending }: Sending): Piece[] {
  const thoughts = transportOf(model) === 'thinks-aloud' ? splitTokens(THOUGHT).map((token) => wire.thinking(token)) : [];
  const calls = ending.tools.flatMap((call, index) => wire.tool(call, index));
  return [
    ...[...thoughts, ...calls].map((line) => ({ line, isToken: false })),
    ...tokens.map((token) => ({ line: wire.token(token), isToken: true })),
  ];
}

/** True when the answer ends with the fault. */
async function fault({ res, wire, model, signal }: Sending): Promise<boolean> {
  switch (transportOf(model)) {
    case 'stall':
      await untilAborted(signal);
      return true;
    case 'reset':
      res.socket?.resetAndDestroy();
      return true;
    case 'error-inside':
      res.end(wire.error('an error was encountered while running the model: unexpected EOF'));
      return true;
    case 'junk-line':
      res.write(wire.junk);
      return false;
    default:
      return false;
  }
}

/** Cuts at any byte, also inside of a character, as a network does. */
async function writeSplit({ res, signal }: Sending, text: string, index: number): Promise<void> {
  signal.throwIfAborted();
  const bytes = Buffer.from(text);
  const cut = (index * 37 + 11) % bytes.length;
  res.write(bytes.subarray(0, cut));
  await nextTurn();
  signal.throwIfAborted();
  res.write(bytes.subarray(cut));
  await nextTurn();
}

export async function untilAborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}
