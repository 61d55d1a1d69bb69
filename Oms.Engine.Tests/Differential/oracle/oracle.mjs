// Answers one case a line: graphql-js 16 as the reference, and graphql-js 17 for the rules where the September 2025
// specification says more than 16 checks, or where 16 expects a type inside a list that a scalar takes as a whole.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import * as G16 from 'graphql';
import * as G17 from 'graphql17';

// The rules of type system documents are no part of the package's entrance.
const require = createRequire(import.meta.url);
const inner17 = (file) => require(join(dirname(require.resolve('graphql17')), file));
const { validateSDL } = inner17('validation/validate.js');
const { specifiedSDLRules } = inner17('validation/specifiedRules.js');

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

const placeOf = (error) => {
  if (!(error instanceof G16.GraphQLError)) throw error;
  return placesOf(error)[0];
};

function tokensOf(source) {
  const lexer = new G16.Lexer(new G16.Source(source));
  const tokens = [];
  for (let token = lexer.advance(); token.kind !== '<EOF>'; token = lexer.advance())
    if (token.kind !== 'Comment') tokens.push([token.kind, token.line, token.column, token.value ?? null]);
  return tokens;
}

const orPlace = (read) => {
  try {
    return read();
  } catch (error) {
    return { place: placeOf(error) };
  }
};

// What a text is as tokens, as a document, as a value and as a type, and whether what was printed of it says the same.
function language({ source, printed }) {
  const parsed = orPlace(() => ({ printed: G16.print(G16.parse(source)) }));
  return {
    tokens: orPlace(() => ({ tokens: tokensOf(source) })),
    document: parsed.place ? parsed : { isSame: printed !== null && G16.print(G16.parse(printed)) === parsed.printed },
    value: orPlace(() => (G16.parseValue(source), {})),
    constant: orPlace(() => (G16.parseConstValue(source), {})),
    type: orPlace(() => (G16.parseType(source), {})),
  };
}

// 16 reads the document, for 17 reads more than the specification of September 2025 has; 17 checks it, for it checks more of what that says.
function buildSchema(sdl) {
  try {
    G16.parse(sdl);
  } catch (error) {
    return { phase: 'syntax', places: [[placeOf(error)]] };
  }
  const document = G17.parse(sdl);
  const broken = specifiedSDLRules.flatMap((rule) => validateSDL(document, null, [rule]).map((error) => ({ rule: rule.name, error })));
  if (broken.length)
    return { phase: 'document', rules: broken.map(({ rule }) => rule), messages: broken.map(({ error }) => error.message), places: broken.map(({ error }) => placesOf(error)) };
  let schema, errors;
  try {
    schema = G17.buildASTSchema(document, { assumeValidSDL: true });
    errors = G17.validateSchema(schema);
  } catch (error) {
    errors = [error];
  }
  return errors.length ? { phase: 'types', messages: errors.map(({ message }) => message) } : { schema };
}

const sorted = (G, schema) => G.printSchema(G.lexicographicSortSchema(schema));

// A schema, and whether what was printed and introspected of it is the same schema.
function schema({ sdl, printed, introspected }) {
  const { schema: built, ...refused } = buildSchema(sdl);
  if (!built) return refused;
  if (!printed) return { phase: 'none' };
  const expected = sorted(G17, built);
  const fromIntrospection = sorted(G17, G17.buildClientSchema(introspected));
  const itself = sorted(G17, G17.buildClientSchema(G17.introspectionFromSchema(built, { oneOf: true, inputValueDeprecation: true })));
  const again = sorted(G17, G17.buildSchema(printed));
  return {
    phase: 'none',
    difference: again !== expected ? { printed: again, expected } : fromIntrospection !== itself ? { introspected: fromIntrospection, expected: itself } : null,
  };
}

function coerce({ sdl, document, variables }) {
  const { schema } = buildSchema(sdl);
  const operation = G17.getOperationAST(G17.parse(document));
  const { errors, variableValues } = G17.getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1000 });
  return errors ? { places: errors.map(placesOf) } : { values: canonical(variableValues.coerced) };
}

const kinds = { validate, execute, deliver, language, schema, coerce };

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
