/** File patterns as `fileset` reads them, as regular expressions. */

export function globPattern(glob: string): string {
  const translated = glob.replace(/\*\*\/|\*\*|[*?]|\{|\}|,|\[[^\]]*\]|\\?[^]/g, (part, offset: number) => {
    switch (part) {
      case '**/':
        return '(?:.*/)?';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '{':
        return '(?:';
      case '}':
        return ')';
      case ',':
        return isInBraces(glob, offset) ? '|' : ',';
      default:
        return part.startsWith('[')
          ? part.replace(/^\[!/, '[^')
          : part.replace(/^\\/, '').replace(/[.+^$()|[\]\\]/g, '\\$&');
    }
  });
  return `^(?s:${translated})$`;
}

function isInBraces(glob: string, offset: number): boolean {
  const before = glob.slice(0, offset);
  return before.split('{').length > before.split('}').length;
}
