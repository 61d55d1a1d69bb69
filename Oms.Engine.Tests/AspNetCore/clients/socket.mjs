// Runs a query, a failing query and a subscription with graphql-ws and prints what came, a JSON document a line.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const client = createClient({ url: process.argv[2], webSocketImpl: WebSocket, retryAttempts: 0, keepAlive: 50 });

const run = (query) => new Promise((resolve) => {
  const seen = [];
  client.subscribe({ query }, {
    next: (value) => seen.push(value.data),
    error: (errors) => resolve({ seen, errors: Array.isArray(errors) ? errors.map((e) => e.extensions?.code) : String(errors.code ?? errors) }),
    complete: () => resolve({ seen, completed: true }),
  });
});

for (const query of ['{ hello }', '{ hello', 'subscription { count(to: 3) }'])
  console.log(JSON.stringify(await run(query)));
const stop = client.subscribe({ query: 'subscription { silence }' }, { next() {}, error() {}, complete() {} });
await new Promise((resolve) => setTimeout(resolve, 300));
stop();
await client.dispose();
