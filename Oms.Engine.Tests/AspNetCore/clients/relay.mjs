// Compiles operations with relay-compiler against the schema that the server gives, and runs what it made with relay-runtime.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { Environment, Network, RecordSource, Store, commitMutation, fetchQuery } = require('relay-runtime');
const url = process.argv[2];
const folder = path.resolve('relay-app');
rmSync(folder, { recursive: true, force: true });
mkdirSync(path.join(folder, 'src'), { recursive: true });
writeFileSync(path.join(folder, 'schema.graphql'), await (await fetch(url + '?sdl')).text());
writeFileSync(path.join(folder, 'package.json'), '{"type":"commonjs"}');
writeFileSync(path.join(folder, 'relay.config.json'), JSON.stringify({
  src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: false,
}));
writeFileSync(path.join(folder, 'src', 'app.js'), `
const { graphql } = require('relay-runtime');
graphql\`query appQuery($name: String!) { ...app_greeting @arguments(name: $name) twice(number: 4) }\`;
graphql\`fragment app_greeting on Query @argumentDefinitions(name: {type: "String!"}) { hello(name: $name) }\`;
graphql\`mutation appMutation { touch }\`;
`);
execFileSync(process.execPath, [path.resolve('node_modules/relay-compiler/cli.js'), 'relay.config.json'], { cwd: folder, stdio: 'pipe' });

const made = (name) => require(path.join(folder, 'src', '__generated__', name + '.graphql.js'));
const texts = [];
const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async (operation, variables) => {
    texts.push(operation.name);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: operation.text, operationName: operation.name, variables }),
    });
    return response.json();
  }),
});
const data = await fetchQuery(environment, made('appQuery'), { name: 'Relay' }).toPromise();
console.log(JSON.stringify({ twice: data.twice, hello: environment.getStore().getSource().get('client:root')['hello(name:"Relay")'] }));
console.log(JSON.stringify(await new Promise((resolve, reject) =>
  commitMutation(environment, { mutation: made('appMutation'), variables: {}, onCompleted: resolve, onError: reject }))));
console.log(JSON.stringify(texts));
