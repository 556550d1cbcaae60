import { startOllamaStub } from './start-ollama-stub.ts';

// Stands in for Ollama when the product is tried without a model: at the pace of a small model on a laptop.
const tokensPerSecond = Number(process.env['STUB_TOKENS_PER_SECOND'] ?? 60);
const stub = await startOllamaStub({
  host: process.env['HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT'] ?? 11434),
  tokensPerSecond: tokensPerSecond > 0 ? tokensPerSecond : Infinity,
});
process.stdout.write(`${stub.url}\n`);

let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  void stub.close().then(() => {
    if (process.connected) process.disconnect();
  });
};
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.once('disconnect', end);
