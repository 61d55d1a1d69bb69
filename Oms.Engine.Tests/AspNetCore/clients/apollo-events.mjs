// A subscription over HTTP with Apollo Client, which asks for multipart/mixed: what the application saw, a JSON document a line.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';

const client = new ApolloClient({ link: new HttpLink({ uri: process.argv[2] }), cache: new InMemoryCache() });
await new Promise((resolve, reject) => {
  client.subscribe({ query: gql`subscription { count(to: 3) }` }).subscribe({
    next: (result) => (result.error ? reject(result.error) : console.log(JSON.stringify(result.data))),
    error: reject,
    complete: resolve,
  });
});
client.stop();
