import { applicationSnapshotSchema, eventSchemas, type ApplicationSnapshot, type EventData, type EventType } from '@coverwright/contracts';

export type StreamEvent =
  { type: 'snapshot'; data: ApplicationSnapshot } | { [T in EventType]: { type: T; data: EventData<T> } }[EventType];

const schemas = { snapshot: applicationSnapshotSchema, ...eventSchemas };

export const streamEventTypes = Object.keys(schemas) as StreamEvent['type'][];

/** One server-sent event, checked. Null when it is not what the contract says. */
export function parseStreamEvent(type: StreamEvent['type'], raw: string): StreamEvent | null {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = schemas[type].safeParse(json);
  return parsed.success ? ({ type, data: parsed.data } as StreamEvent) : null;
}
