const isObjectLine = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** Lets whole JSON objects through and drops any other line: the `ollama` package prints those to the console and trips over bare values. */
export function keepJsonLines(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const body = response.body
      ?.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
      .pipeThrough(splitLines());
    return new Response(body?.pipeThrough(new TextEncoderStream()), { status: response.status, headers: response.headers });
  };
}

function splitLines(): TransformStream<string, string> {
  let held = '';
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (held + chunk).split('\n');
      held = lines.pop() ?? '';
      for (const line of lines) if (isObjectLine(line)) controller.enqueue(`${line}\n`);
    },
    flush(controller) {
      if (isObjectLine(held)) controller.enqueue(held);
    },
  });
}
