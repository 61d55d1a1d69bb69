// A query, a mutation and a query in parts with urql: what the application saw, a JSON document a line.
import { Client, fetchExchange, gql } from '@urql/core';

const client = new Client({ url: process.argv[2], exchanges: [fetchExchange], preferGetMethod: process.argv[3] === 'get' });
const show = (value) => console.log(JSON.stringify(value));

show((await client.query(gql`query ($name: String!) { hello(name: $name) }`, { name: 'urql' }).toPromise()).data);
show((await client.mutation(gql`mutation { touch }`, {}).toPromise()).data);
show((await client.query(gql`{ secret }`, {}).toPromise()).error?.graphQLErrors.map((e) => e.extensions.code));
await new Promise((resolve, reject) => {
  client.query(gql`{ hello ... @defer { twice(number: 4) } }`, {}).subscribe((result) => {
    if (result.error) reject(result.error);
    show({ hasNext: result.hasNext, data: result.data });
    if (!result.hasNext) resolve();
  });
});
