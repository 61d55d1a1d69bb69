// Holds events against their schemas with Ajv, and the AsyncAPI document against its specification. Writes one line for each fault, and at the end
// how many events it has seen.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { Parser } from "@asyncapi/parser";

const [folder, file] = process.argv.slice(2);
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
formats.default(ajv);
const checks = new Map();
for (const name of readdirSync(join(folder, "schemas"))) {
  const schema = JSON.parse(readFileSync(join(folder, "schemas", name), "utf8"));
  checks.set(schema.title, ajv.compile(schema));
}

const examples = readdirSync(join(folder, "examples")).map((name) => JSON.parse(readFileSync(join(folder, "examples", name), "utf8")));
const told = file ? readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)) : [];
for (const event of [...examples, ...told]) {
  const check = checks.get(event.type);
  if (!check) console.log(`no schema of ${event.type}`);
  else if (!check(event)) console.log(`${event.type}: ${ajv.errorsText(check.errors)}`);
}

const { diagnostics } = await new Parser().parse(readFileSync(join(folder, "asyncapi.json"), "utf8"));
for (const { severity, message, path } of diagnostics) if (severity === 0) console.log(`asyncapi ${path.join("/")}: ${message}`);
console.log(`seen ${examples.length} ${told.length}`);
