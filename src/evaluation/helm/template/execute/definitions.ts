/** Reads all templates of a release: their bodies and what they define. */
import type { Problem } from '../../../../syntax/problem.js';
import { SyntaxFault } from '../syntax/lexer.js';
import { parseTemplate } from '../syntax/parser.js';
import type { Body } from '../syntax/nodes.js';
import type { Definition } from './source.js';
import { fileSource } from './source.js';
import type { Unit } from './scopes.js';

export interface Library {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly problems: readonly Problem[];
}

export function readTemplates(units: readonly Unit[]): Library {
  const definitions = new Map<string, Definition>();
  const problems: Problem[] = [];
  for (const { name, file } of units) {
    const source = fileSource(name, file.source);
    try {
      const parsed = parseTemplate(source.text);
      for (const { name: defined, body } of parsed.definitions) {
        // A definition of nothing does not replace one of something.
        if (!definitions.has(defined) || !isBlank(body, source.text)) definitions.set(defined, { body, source });
      }
      definitions.set(name, { body: parsed.body, source });
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      const { line } = file.source.position(error.offset);
      problems.push({ path: file.source.path, line, message: `the template can't be read: ${error.message}` });
    }
  }
  return { definitions, problems };
}

function isBlank(body: Body, text: string): boolean {
  return body.every((node) => node.kind === 'text' && text.slice(node.start, node.end).trim() === '');
}
