/** `include`, `template` and `tpl`. */
import type { Span } from '../../../../syntax/source.js';
import type { Data, Text } from '../data/data.js';
import { split, concat } from '../data/text.js';
import { hasHoles } from '../data/holes.js';
import { SyntaxFault } from '../syntax/lexer.js';
import { parseTemplate } from '../syntax/parser.js';
import type { ParsedTemplate } from '../syntax/nodes.js';
import { execute } from './executor.js';
import { fault } from './fault.js';
import type { Session } from './session.js';
import { deeper, spend } from './session.js';
import { textSource } from './source.js';

/** A named template for a dot; `undefined` when nothing of that name is defined. */
export function includeTemplate(session: Session, name: string, dot: Data): Text | undefined {
  const definition = session.definitions.get(name);
  if (!definition) return undefined;
  return execute(deeper(session), definition, dot);
}

/** A text that is itself a template. */
export function renderText(session: Session, name: string, template: Text, dot: Data, span: Span): Text {
  if (!template.value.includes('{{')) return withoutNoValue(template);
  spend(session, template.value.length / 50);
  const parsed = parsedText(template.value);
  const source = textSource(name, template, span);
  const definitions = new Map(session.definitions);
  for (const { name: defined, body } of parsed.definitions) definitions.set(defined, { body, source });
  return withoutNoValue(execute(deeper(session, definitions), { body: parsed.body, source }, dot));
}

function parsedText(text: string): ParsedTemplate {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    if (hasHoles(text)) return fault('a template that is not decided can not be read');
    return fault(`cannot parse template: ${error.message}`);
  }
}

/** Helm takes Go's text for a missing value out of what templates write. */
export function withoutNoValue(text: Text): Text {
  return text.value.includes('<no value>') ? concat(split(text, '<no value>')) : text;
}
