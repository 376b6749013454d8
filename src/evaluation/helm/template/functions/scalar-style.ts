/** Which quotes go-yaml gives a text, by what could be misread (its `yaml_emitter_analyze_scalar`). */
import { resolvePlain } from '../../../../syntax/yaml/scalar.js';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal';

/** YAML 1.1 reads these as numbers in base 60; go-yaml quotes them. */
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s]+\d)/;
const SPECIAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/;
const FIRST = /^(?:[#,[\]{}&*!|>'"%@`]|---|\.\.\.|[-?:](?:\s|$))/;
const INSIDE = /:(?:\s|$)|\s#/;

export function styleOf(value: string): ScalarStyle {
  if (value === '') return 'double';
  const isText =
    resolvePlain(value) === value && !BASE_60.test(value) && !TIMESTAMP.test(value) && value !== '<<' && value !== '=';
  const multiline = value.includes('\n');
  if (SPECIAL.test(value)) return 'double';
  if (multiline)
    return / \n| $/.test(value) || value.includes('\t\n') ? 'double' : /^\n+$/.test(value) ? 'double' : 'literal';
  if (!isText) return 'double';
  if (/^\s|\s$/.test(value) || FIRST.test(value) || INSIDE.test(value)) return 'single';
  return value.includes('\t') ? 'double' : 'plain';
}
