/** The synchronous view of a revision that evaluation works on. */
import type { SourceFile } from '../syntax/source.js';
import type { Parsed } from '../syntax/problem.js';
import type { Rendering, RenderRequest } from './render/request.js';

export interface Files {
  /** Every path of the revision in code-point order, files only. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Paths directly inside a folder (`''` is the root). */
  inFolder(folder: string): readonly string[];
  /**
   * The decoded text of a file. `undefined` when it does not exist, could not be read (a problem has been recorded) or
   * has not been brought yet: the caller goes on without it and is asked again once it is there.
   */
  read(path: string): SourceFile | undefined;
  /** The raw parse of a file, made once for equal content whatever the revision; its problems are recorded once. */
  parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined;
  /**
   * What a real tool makes of a request. `undefined`: it has not been run yet (the caller goes on without it, and its `asker` is
   * among what the next round brings), it is not there, or rendering is off. Ask once all inputs are read.
   */
  readonly render?: (request: RenderRequest) => Rendering | undefined;
}
