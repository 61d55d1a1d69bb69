// Answers one case a line: graphql-js 16 as the reference, and graphql-js 17 for the rules where the September 2025
// specification says more than 16 checks, or where 16 expects a type inside a list that a scalar takes as a whole.
import { createInterface } from 'node:readline';
import * as G16 from 'graphql';
import * as G17 from 'graphql17';

const NEWER_RULES = new Set(['KnownOperationTypesRule', 'SingleFieldSubscriptionsRule', 'VariablesInAllowedPositionRule']);
// Only 17 knows @defer and @stream, and the rules about them.
const INCREMENTAL_RULES = new Set([
  ...NEWER_RULES,
  'DeferStreamDirectiveOnRootFieldRule',
  'DeferStreamDirectiveOnValidOperationsRule',
  'DeferStreamDirectiveLabelRule',
  'StreamDirectiveOnListFieldRule',
  'OverlappingFieldsCanBeMergedRule',
]);
const schemas = new Map();

function schemaOf(sdl) {
  let built = schemas.get(sdl);
  if (built === undefined) {
    if (schemas.size > 64) schemas.clear();
    built = { 16: G16.buildSchema(sdl), 17: G17.buildSchema(sdl) };
    schemas.set(sdl, built);
  }
  return built;
}

const placesOf = (error) => (error.locations ?? []).map(({ line, column }) => [line, column]);

function runRules(G, version, sdl, text, wanted) {
  const schema = schemaOf(sdl)[version];
  const document = G.parse(text);
  return G.specifiedRules
    .filter(wanted)
    .flatMap((rule) =>
      G.validate(schema, document, [rule], { maxErrors: 100000 }).map((error) => ({
        rule: rule.name,
        message: error.message,
        locations: placesOf(error),
      })),
    );
}

function validate({ sdl, document, isIncremental }) {
  const newer = isIncremental ? INCREMENTAL_RULES : NEWER_RULES;
  try {
    G16.parse(document);
  } catch (error) {
    return { syntax: placesOf(error)[0] };
  }
  return {
    errors: [
      ...runRules(G16, 16, sdl, document, (rule) => !newer.has(rule.name)),
      ...runRules(G17, 17, sdl, document, (rule) => newer.has(rule.name)),
    ],
  };
}

const isMarker = (value, name) => value !== null && typeof value === 'object' && !Array.isArray(value) && name in value;

function reveal(value) {
  if (isMarker(value, '$error')) return new Error(value.$error);
  return Array.isArray(value) ? value.map(reveal) : value;
}

function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  return '{' + Object.keys(value).sort().map((key) => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}';
}

function resolve(source, args, _context, info) {
  const value = source?.[info.fieldName];
  if (isMarker(value, '$error')) throw new Error(value.$error);
  if (isMarker(value, '$args')) return canonical(args);
  if (isMarker(value, '$later')) return Promise.resolve().then(() => reveal(value.$later));
  return reveal(value);
}

async function execute({ sdl, document, variables, root }) {
  const { errors } = validate({ sdl, document });
  if (errors?.length) return { invalid: errors };
  const result = await G16.execute({
    schema: schemaOf(sdl)[16],
    document: G16.parse(document),
    rootValue: root,
    variableValues: variables,
    fieldResolver: resolve,
  });
  return {
    data: result.data === undefined ? undefined : JSON.parse(JSON.stringify(result.data)),
    errors: (result.errors ?? []).map((error) => ({ message: error.message, locations: placesOf(error), path: error.path ?? null })),
  };
}

// The responses one after the other, as a client gets them.
async function deliver({ sdl, document, variables, root }) {
  const schema = schemaOf(sdl)[17];
  const parsed = G17.parse(document);
  const errors = G17.validate(schema, parsed);
  if (errors.length) return { invalid: errors.map((error) => error.message) };
  const result = await G17.experimentalExecuteIncrementally({ schema, document: parsed, rootValue: root, variableValues: variables, fieldResolver: resolve });
  if (!('initialResult' in result)) return { responses: [result] };
  const responses = [JSON.parse(JSON.stringify(result.initialResult))];
  for await (const response of result.subsequentResults) responses.push(JSON.parse(JSON.stringify(response)));
  return { responses };
}

const kinds = { validate, execute, deliver };

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = await kinds[request.kind](request);
  } catch (error) {
    answer = { failure: String(error?.stack ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
