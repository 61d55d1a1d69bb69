// Sends files with apollo-upload-client, and with fetch and FormData: what the application saw, a JSON document a line.
import { ApolloClient, InMemoryCache, gql } from '@apollo/client';
import UploadHttpLink from 'apollo-upload-client/UploadHttpLink.mjs';

const uri = process.argv[2];
const client = new ApolloClient({
  link: new UploadHttpLink({ uri, headers: { 'GraphQL-Preflight': '1' } }),
  cache: new InMemoryCache(),
});
const show = (value) => console.log(JSON.stringify(value, (key, v) => (key === '__typename' ? undefined : v)));
const text = (name, content) => new File([content], name, { type: 'text/plain' });

show((await client.mutate({ mutation: gql`mutation ($file: Upload!) { describe(file: $file) }`, variables: { file: text('größe.txt', 'Alpha') } })).data);
const twice = text('b.txt', 'Beta');
show((await client.mutate({
  mutation: gql`mutation ($to: Attachment!, $files: [Upload!]!) { attach(to: $to) readAll(files: $files) }`,
  variables: { to: { title: 'T', files: [twice, text('c.txt', 'Gamma')] }, files: [twice] },
})).data);
show((await client.query({ query: gql`{ hello }` })).data);

const form = new FormData();
form.append('operations', JSON.stringify({ query: 'mutation ($file: Upload!) { size(file: $file) }', variables: { file: null } }));
form.append('map', JSON.stringify({ a: ['variables.file'] }));
form.append('a', new Blob(['x'.repeat(100000)]), 'large "quoted".bin');
show(await (await fetch(uri, { method: 'POST', body: form, headers: { 'GraphQL-Preflight': '1' } })).json());
