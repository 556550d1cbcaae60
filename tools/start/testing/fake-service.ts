import { createServer } from 'node:http';

// What the launcher needs of a service: it says ready, ends when asked, and ends when the launcher is gone.
const [name] = process.title.split('-').slice(1);
const stubborn = process.env.FAKE_STUBBORN === name;

const end = () => {
  if (!stubborn) process.exit(0);
};
process.on('SIGTERM', end);
process.on('disconnect', end);
console.log(`fake ${name} runs as ${process.pid}`);
if (process.env.FAKE_BROKEN === name) process.exit(3);

const server = createServer((_request, response) => response.end(name));
server.listen(name === 'gateway' ? Number(process.env.PORT) : 0, '127.0.0.1', () => process.send?.({ type: 'ready' }));
