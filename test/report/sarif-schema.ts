/**
 * SARIF 2.1.0 as far as a report uses it, narrower than the standard: names that the standard does not have, and values that it
 * or GitHub does not take, are errors. Read off https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json.
 */
import { Ajv } from 'ajv';

const text = { type: 'string' };
const line = { type: 'integer', minimum: 1 };

function object(properties: Record<string, object>, ...required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object, limits: object = {}): object {
  return { type: 'array', items, ...limits };
}

const message = object({ text: { type: 'string', minLength: 1 } }, 'text');
const artifact = object(
  // A reference relative to the checkout: no scheme, no root, no blanks.
  {
    uri: { type: 'string', pattern: '^(?![a-zA-Z][a-zA-Z0-9+.-]*:)([^/\\s][^\\s]*)?$' },
    uriBaseId: { const: '%SRCROOT%' },
  },
  'uri',
);
const region = object({ startLine: line, startColumn: line, endLine: line, endColumn: line }, 'startLine');
const location = object(
  { physicalLocation: object({ artifactLocation: artifact, region }, 'artifactLocation'), message },
  'physicalLocation',
);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const replacement = object({ deletedRegion: region, insertedContent: object({ text }, 'text') }, 'deletedRegion');
const fix = object(
  {
    description: message,
    artifactChanges: list(
      object(
        { artifactLocation: artifact, replacements: list(replacement, { minItems: 1 }) },
        'artifactLocation',
        'replacements',
      ),
      { minItems: 1 },
    ),
  },
  'artifactChanges',
);
const codeFlow = object(
  {
    threadFlows: list(object({ locations: list(object({ location }), { minItems: 1 }) }, 'locations'), { minItems: 1 }),
  },
  'threadFlows',
);
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: list(location, { minItems: 1, maxItems: 100 }),
    partialFingerprints: { type: 'object', additionalProperties: text, minProperties: 1 },
    baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
    codeFlows: list(codeFlow, { minItems: 1 }),
    fixes: list(fix, { uniqueItems: true }),
    properties: { type: 'object' },
  },
  'message',
  'ruleId',
  'locations',
  'partialFingerprints',
);
const rule = object(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    helpUri: { type: 'string', pattern: '^https?://' },
    properties: object({ tags: list(text, { maxItems: 10, uniqueItems: true }), precision: { const: 'high' } }),
  },
  'id',
);
const notification = object({ level, message, locations: list(location, { uniqueItems: true }) }, 'message');
const run = object(
  {
    tool: object(
      { driver: object({ name: text, semanticVersion: text, rules: list(rule, { uniqueItems: true }) }, 'name') },
      'driver',
    ),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    automationDetails: object({ id: text }),
    invocations: list(
      object(
        { executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) },
        'executionSuccessful',
      ),
    ),
    results: list(result, { maxItems: 25_000 }),
    properties: { type: 'object' },
  },
  'tool',
);
const schema = object(
  { $schema: text, version: { const: '2.1.0' }, runs: list(run, { minItems: 1, maxItems: 20 }) },
  'version',
  'runs',
);

const validate = new Ajv({ allErrors: true }).compile(schema);

/** What a SARIF log has that the standard does not allow; empty when it fits. */
export function sarifErrorsOf(log: unknown): readonly unknown[] {
  return validate(log) ? [] : (validate.errors ?? []);
}
