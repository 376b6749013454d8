/** Files that note what they were asked for: the closure of a root. */
import type { Files } from '../../tree/files.js';

export function noting(files: Files, asked: Set<string>): Files {
  const { render } = files;
  return {
    ...(render ? { render: (request) => render.call(files, request) } : {}),
    paths: files.paths,
    inFolder: (folder) => files.inFolder(folder),
    has(path) {
      asked.add(path);
      return files.has(path);
    },
    read(path) {
      asked.add(path);
      return files.read(path);
    },
    parse(path, parser) {
      asked.add(path);
      return files.parse(path, parser);
    },
  };
}
