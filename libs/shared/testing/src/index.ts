export * from './local-site/start-local-site.ts';
export * from './throwaway/factories.ts';
export * from './throwaway/throwaway-database.ts';
export * from './throwaway/throwaway-redis.ts';
export * from './ollama-stub/start-ollama-stub.ts';
export { badContentBehaviours } from './ollama-stub/behaviours.ts';
export type { OllamaStub, RecordedRequest, StubOptions } from './ollama-stub/stub-types.ts';
export * from './throwaway/event-stream-reader.ts';
export * from './throwaway/start-line.ts';
