export interface ServerEvent {
  event: string;
  id: string | null;
  data: string;
}

/** Splits the text of an event stream into its events; comments and unknown fields are passed over. */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A lone CR at the end may be the first half of a CRLF that is still to come.
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseBlock(block);
      if (event) yield event;
    }
  }
}

const parseBlock = (block: string): ServerEvent | null => {
  const found: ServerEvent = { event: 'message', id: null, data: '' };
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value = ''] = /^(event|data|id):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') found.event = value;
    if (field === 'id') found.id = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { ...found, data: data.join('\n') };
};
