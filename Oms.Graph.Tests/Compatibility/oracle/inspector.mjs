// Answers one line of JSON { before, after }, the texts of two schemas or the paths of their files, with a line of what GraphQL Inspector
// says of the change: [[type, path or null, criticality], ...].
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const asItIs = { assumeValid: true, assumeValidSDL: true };
const read = one => buildSchema(one.file ? readFileSync(one.file, 'utf8') : one.text, asItIs);

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const { before, after } = JSON.parse(line);
    const changes = await diff(read(before), read(after));
    process.stdout.write(JSON.stringify(changes.map(c => [c.type, c.path ?? null, c.criticality.level])) + '\n');
  } catch (e) {
    process.stdout.write(JSON.stringify({ failure: String(e.stack) }) + '\n');
  }
}
