// Prints a line for each audit of graphql-http: its state, its id, its name, why not.
import { auditServer } from 'graphql-http';

for (const audit of await auditServer({ url: process.argv[2], fetchFn: fetch }))
  console.log([audit.status, audit.id, audit.name, audit.reason ?? ''].join('\t'));
