import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { jsonReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/report.js';

const file = fileURLToPath(new URL('../../docs/report.schema.json', import.meta.url));

/** Users must tolerate fields that are added; here every field must be described. */
const schema = JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) =>
  isObjectSchema(value) ? { ...value, additionalProperties: false } : value,
) as object;

function isObjectSchema(value: unknown): value is object {
  return value !== null && typeof value === 'object' && 'properties' in value && 'required' in value;
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Report>(schema);

/** What the JSON form of a report has that docs/report.schema.json does not allow; empty when it fits. */
export function errorsOf(report: Report): readonly unknown[] {
  return validate(JSON.parse(jsonReport(report))) ? [] : (validate.errors ?? []);
}
