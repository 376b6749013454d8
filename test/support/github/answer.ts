export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Of the API, for links. */
  readonly base: string;
  readonly path: string;
}

const docs = 'https://docs.github.com/rest';

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

export function refuse(status: number, message: string, errors?: readonly unknown[]): Answer {
  return { status, body: { message, ...(errors ? { errors } : {}), documentation_url: docs, status: String(status) } };
}

export const notFound = refuse(404, 'Not Found');
export const forbidden = refuse(403, 'Resource not accessible by integration');

/** One page of a list, with the links to the others. */
export function page(all: readonly unknown[], { query, base, path }: Call): Answer {
  const size = Number(query.get('per_page') ?? 30);
  const number = Number(query.get('page') ?? 1);
  const link = (to: number, rel: string): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(to));
    return `<${base}${path}?${parameters.toString()}>; rel="${rel}"`;
  };
  const last = Math.max(1, Math.ceil(all.length / size));
  const links = number < last ? [link(number + 1, 'next'), link(last, 'last')] : [];
  return {
    status: 200,
    body: all.slice((number - 1) * size, number * size),
    ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}),
  };
}

export function user(login: string): { login: string; id: number; type: string } {
  return { login, id: login.length, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

export function nodeId(kind: string, id: number): string {
  return `${kind}_${String(id)}`;
}
