// Runs a query, a failing query and a subscription with graphql-sse in distinct connections mode, a JSON document a line.
import { createClient } from 'graphql-sse';

const client = createClient({ url: process.argv[2], retryAttempts: 0 });

const run = (query) => new Promise((resolve) => {
  const seen = [];
  client.subscribe({ query }, {
    next: (value) => seen.push(value),
    error: (error) => resolve({ seen, status: error.response?.status ?? String(error) }),
    complete: () => resolve({ seen: seen.map((value) => value.data ?? value.incremental?.[0].data ?? value.errors.map((e) => e.extensions?.code)), completed: true }),
  });
});

for (const query of ['{ hello }', '{ hello', 'subscription { count(to: 3) }', '{ hello ... @defer { twice(number: 4) } }'])
  console.log(JSON.stringify(await run(query)));
const stop = client.subscribe({ query: 'subscription { silence }' }, { next() {}, error() {}, complete() {} });
await new Promise((resolve) => setTimeout(resolve, 300));
stop();
client.dispose();
