/** As much of GraphQL as is asked of GitHub here: documents of one operation, aliases, arguments, inline fragments. */

export interface Field {
  readonly alias: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Also of inline fragments, with the type that they are on. */
  readonly fields: readonly (Field & { readonly on?: string })[];
}

export interface Document {
  readonly operation: 'query' | 'mutation';
  readonly fields: readonly Field[];
}

const token =
  /[\s,]*(?:#[^\n]*)?[\s,]*("(?:[^"\\\n\r]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|\.\.\.|[!$():=@[\]{}|]|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

/** @throws Error as GitHub words it: `Parse error on …` */
export function parseGraphql(text: string): Document {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw new Error(`Parse error on ${JSON.stringify(text.slice(at, at + 20))}`);
    tokens.push(found[1] ?? '');
  }
  let next = 0;
  const take = (expected?: string): string => {
    const found = tokens[next++];
    if (found === undefined || (expected !== undefined && found !== expected)) {
      throw new Error(`Parse error on ${JSON.stringify(found ?? 'end of document')}`);
    }
    return found;
  };
  const value = (): unknown => {
    const start = take();
    if (start.startsWith('"')) return JSON.parse(start) as string;
    if (/^-?\d/.test(start)) return Number(start);
    if (start === '{') {
      const object: Record<string, unknown> = {};
      while (tokens[next] !== '}') {
        const key = take();
        take(':');
        object[key] = value();
      }
      take('}');
      return object;
    }
    if (start === 'true' || start === 'false') return start === 'true';
    return start;
  };
  const args = (): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    if (tokens[next] !== '(') return found;
    take('(');
    while (tokens[next] !== ')') {
      const key = take();
      take(':');
      found[key] = value();
    }
    take(')');
    return found;
  };
  const selection = (on?: string): (Field & { on?: string })[] => {
    const fields: (Field & { on?: string })[] = [];
    take('{');
    while (tokens[next] !== '}') {
      if (tokens[next] === '...') {
        take('...');
        take('on');
        fields.push(...selection(take()));
        continue;
      }
      const first = take();
      const aliased = tokens[next] === ':';
      if (aliased) take(':');
      const name = aliased ? take() : first;
      const found = { alias: first, name, args: args(), fields: tokens[next] === '{' ? selection() : [] };
      fields.push(on === undefined ? found : { ...found, on });
    }
    take('}');
    return fields;
  };
  const operation = tokens[next] === '{' ? 'query' : take();
  if (operation !== 'query' && operation !== 'mutation') throw new Error(`Parse error on ${JSON.stringify(operation)}`);
  return { operation, fields: selection() };
}
