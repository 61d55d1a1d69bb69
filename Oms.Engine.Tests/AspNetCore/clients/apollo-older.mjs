// A deferred query with Apollo Client and the draft of August 2022: what the application saw, a JSON document a line.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { Defer20220824Handler } from '@apollo/client/incremental';

const client = new ApolloClient({
  link: new HttpLink({ uri: process.argv[2] }),
  cache: new InMemoryCache(),
  incrementalHandler: new Defer20220824Handler(),
});
await new Promise((resolve, reject) => {
  client.watchQuery({ query: gql`query Parts { hello ... @defer { hello twice(number: 4) } }`, fetchPolicy: 'no-cache' }).subscribe({
    next: (result) => {
      if (result.data) console.log(JSON.stringify({ state: result.dataState, data: result.data }, (key, v) => (key === '__typename' ? undefined : v)));
      if (result.dataState === 'complete') resolve();
      if (result.error) reject(result.error);
    },
    error: reject,
  });
});
client.stop();
