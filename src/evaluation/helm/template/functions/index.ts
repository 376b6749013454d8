/** Every function of Helm's templates by its name, but `and` and `or`, which are part of the language. */
import { COMPARISON } from './comparison.js';
import { DEFAULTS } from './defaults.js';
import { DICTS } from './dicts.js';
import { ENCODING } from './encoding.js';
import type { Fn } from './function.js';
import { JSON_FUNCTIONS } from './json.js';
import { LISTS } from './lists.js';
import { MATH } from './math.js';
import { MERGE } from './merge.js';
import { PATHS } from './paths.js';
import { QUOTING } from './quoting.js';
import { REGEX } from './regex.js';
import { RENDERING } from './rendering.js';
import { SEMVER } from './semver.js';
import { SHAPE } from './shape.js';
import { STRINGS } from './strings.js';
import { UNDECIDED } from './undecided.js';
import { YAML } from './yaml.js';

export const FUNCTIONS: ReadonlyMap<string, Fn> = new Map(
  [
    ...[COMPARISON, DEFAULTS, DICTS, ENCODING, JSON_FUNCTIONS, LISTS, MATH, MERGE, PATHS],
    ...[QUOTING, REGEX, RENDERING, SEMVER, SHAPE, STRINGS, UNDECIDED, YAML],
  ].flatMap((functions) => Object.entries(functions)),
);
