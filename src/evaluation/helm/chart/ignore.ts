/**
 * `.helmignore`: one shell pattern a line, `/` in front ties it to the chart's folder, `/` at the end to folders, `!` negates
 * (helm `pkg/ignore/rules.go`).
 */

interface Pattern {
  readonly glob: string;
  readonly negated: boolean;
  readonly folders: boolean;
  /** Of the whole path; else of the last name in it. */
  readonly whole: boolean;
}

/** Whether a path inside the chart is left out. */
export type Ignored = (path: string) => boolean;

/** Longer patterns and further lines name no file that a chart has. */
const LONGEST = 300;
const MOST = 500;
/** Helm's own: hidden files of templates. */
const always: Pattern = { glob: 'templates/.?*', negated: false, folders: false, whole: true };

export function ignoredBy(text: string | undefined): Ignored {
  const patterns = [...(text ?? '').split(/\r?\n/).slice(0, MOST).flatMap(patternOf), always];
  return (path) => {
    const parts = path.split('/');
    return parts.some((_, at) => isIgnored(parts.slice(0, at + 1).join('/'), at < parts.length - 1, patterns));
  };
}

function patternOf(line: string): readonly Pattern[] {
  const rule = line.trim();
  // Helm refuses a chart whose patterns have two stars; to go on, they are left out.
  if (rule === '' || rule.startsWith('#') || rule.includes('**') || rule.length > LONGEST) return [];
  const negated = rule.startsWith('!');
  const bare = negated ? rule.slice(1) : rule;
  const folders = bare.endsWith('/');
  const glob = folders ? bare.slice(0, -1) : bare;
  return [{ glob: glob.replace(/^\//, ''), negated, folders, whole: glob.includes('/') }];
}

/** The first pattern that speaks decides; what a negated one does not name is left out. */
function isIgnored(path: string, isFolder: boolean, patterns: readonly Pattern[]): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const { glob, negated, folders, whole } of patterns) {
    const applies = !folders || isFolder;
    const matches = applies && matchesGlob(glob, whole ? path : name);
    if (negated ? !matches : matches) return true;
  }
  return false;
}

/** Go's `filepath.Match`: `*` and `?` stop at `/`. Without backtracking over more than the last star. */
export function matchesGlob(glob: string, text: string): boolean {
  let at = 0;
  let in_ = 0;
  let star: { readonly glob: number; text: number } | undefined;
  while (in_ < text.length || at < glob.length) {
    if (glob[at] === '*') {
      star = { glob: ++at, text: in_ };
      continue;
    }
    const next = in_ < text.length ? oneMatches(glob, at, text[in_] ?? '') : undefined;
    if (next !== undefined) {
      at = next;
      in_++;
      continue;
    }
    if (!star || star.text >= text.length || text[star.text] === '/') return false;
    at = star.glob;
    in_ = ++star.text;
  }
  return true;
}

/** Where the pattern goes on when its next part matches a character. */
function oneMatches(glob: string, at: number, char: string): number | undefined {
  switch (glob[at]) {
    case undefined:
      return undefined;
    case '?':
      return char === '/' ? undefined : at + 1;
    case '\\':
      return glob[at + 1] === char ? at + 2 : undefined;
    case '[':
      return classMatches(glob, at, char);
    default:
      return glob[at] === char ? at + 1 : undefined;
  }
}

function classMatches(glob: string, from: number, char: string): number | undefined {
  const negated = glob[from + 1] === '^';
  let at = from + (negated ? 2 : 1);
  let found = false;
  for (let first = true; first || glob[at] !== ']'; first = false) {
    const low = glob[at];
    if (low === undefined) return undefined;
    const isRange = glob[at + 1] === '-' && glob[at + 2] !== ']' && glob[at + 2] !== undefined;
    const high = isRange ? (glob[at + 2] ?? low) : low;
    if (low <= char && char <= high) found = true;
    at += isRange ? 3 : 1;
  }
  return found !== negated && char !== '/' ? at + 1 : undefined;
}
