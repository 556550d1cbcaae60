import type { OllamaStub, RecordedRequest } from '@coverwright/testing';

export interface ModelCall {
  /** Milliseconds from the turn to the last token. */
  tookMs: number;
  isChat: boolean;
  /** It was broken off to let a chat go first, and made again. */
  gaveWay: boolean;
}

/** Takes the time of every call of the model from the moment on that its turn has come. `isChat` tells a call by what it asks. */
export function watchCalls(stub: OllamaStub, isChat: (prompt: string) => boolean): { calls: ModelCall[]; stop: () => void } {
  const began = new Map<RecordedRequest, number>();
  const ended = new Set<RecordedRequest>();
  const calls: ModelCall[] = [];
  let stopped = false;
  const look = (requests: RecordedRequest[]): boolean => {
    for (const request of requests) {
      const { phase, disconnected } = request;
      if (phase === null || phase === 'queued' || ended.has(request)) continue;
      if (!began.has(request)) began.set(request, performance.now());
      if (phase !== 'done' && disconnected === null) continue;
      ended.add(request);
      const tookMs = performance.now() - (began.get(request) ?? 0);
      calls.push({ tookMs, isChat: isChat(JSON.stringify(request.body)), gaveWay: disconnected !== null });
    }
    return stopped;
  };
  void stub.until(look);
  return { calls, stop: () => void (stopped = true) };
}
