// A query, a mutation, a refused field and a deferred query with Apollo Client: what the application saw, a JSON document a line.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';

const client = new ApolloClient({
  link: new HttpLink({ uri: process.argv[2] }),
  cache: new InMemoryCache(),
  incrementalHandler: new GraphQL17Alpha9Handler(),
});
const show = (value) => console.log(JSON.stringify(value, (key, v) => (key === '__typename' ? undefined : v)));

show((await client.query({ query: gql`query Greet($name: String!) { hello(name: $name) }`, variables: { name: 'Apollo' } })).data);
show((await client.mutate({ mutation: gql`mutation { touch }` })).data);
const refused = await client.query({ query: gql`{ secret }`, errorPolicy: 'all', fetchPolicy: 'no-cache' });
show(refused.error?.errors?.map((e) => e.extensions.code) ?? String(refused.error));
await new Promise((resolve, reject) => {
  client.watchQuery({ query: gql`query Parts { hello ... @defer { twice(number: 4) } }`, fetchPolicy: 'no-cache' }).subscribe({
    next: (result) => {
      if (result.data) show({ state: result.dataState, data: result.data });
      if (result.dataState === 'complete') resolve();
      if (result.error) reject(result.error);
    },
    error: reject,
  });
});
client.stop();
