import { describe, expect, it } from '@jest/globals';
import { readEvents, type ServerEvent } from './read-events.ts';

const bytes = new TextEncoder();
async function* inPieces(text: string, size: number) {
  const all = bytes.encode(text);
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
const read = async (text: string, size = text.length): Promise<ServerEvent[]> => {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(inPieces(text, size))) events.push(event);
  return events;
};

describe('readEvents', () => {
  const text = ': hello\n\nevent: job\nid: 5-0\ndata: {"a":"ü"}\n\ndata: one\ndata: two\n\n';
  const events = [
    { event: 'job', id: '5-0', data: '{"a":"ü"}' },
    { event: 'message', id: null, data: 'one\ntwo' },
  ];

  it.each([1, 2, 7, 1000])('reads the same events however the bytes arrive (%s at a time)', async (size) => {
    expect(await read(text, size)).toEqual(events);
  });

  it('reads CRLF line ends', async () => {
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(events);
  });

  it('leaves out an event that was cut off', async () => {
    expect(await read('data: whole\n\ndata: cut')).toEqual([{ event: 'message', id: null, data: 'whole' }]);
  });
});
