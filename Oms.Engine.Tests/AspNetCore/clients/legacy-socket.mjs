// Runs a query, a failing query and subscriptions with subscriptions-transport-ws and prints what came, a JSON document a line.
import transport from 'subscriptions-transport-ws';
import WebSocket from 'ws';

const client = new transport.SubscriptionClient(process.argv[2], { reconnect: true, timeout: 5000 }, WebSocket);
let reconnects = 0;
client.onReconnected(() => reconnects++);

const run = (query) => new Promise((resolve) => {
  const seen = [];
  client.request({ query }).subscribe({
    next: (value) => (value.errors ? resolve({ seen, errors: value.errors.map((e) => e.extensions?.code) }) : seen.push(value.data)),
    error: (error) => resolve({ seen, errors: (error.errors ?? [error]).map((e) => e.extensions?.code ?? String(e)) }),
    complete: () => resolve({ seen, completed: true }),
  });
});

for (const query of ['{ hello }', '{ hello', 'subscription { count(to: 3) }'])
  console.log(JSON.stringify(await run(query)));
const silent = client.request({ query: 'subscription { silence }' }).subscribe({});
await new Promise((resolve) => setTimeout(resolve, 500));
silent.unsubscribe();
console.log(JSON.stringify({ connected: client.status === WebSocket.OPEN, reconnects }));
client.close();
