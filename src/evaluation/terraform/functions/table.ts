/** All functions of the language, by name. */
import { conversionFunctions } from './conversion.js';
import { dateFunctions } from './dates.js';
import type { FunctionDefinition, Functions } from './definition.js';
import { encodingFunctions } from './encoding.js';
import { filesystemFunctions } from './filesystem.js';
import { hashFunctions } from './hashing.js';
import { listFunctions } from './lists.js';
import { mapFunctions } from './maps.js';
import { networkFunctions } from './network.js';
import { numericFunctions } from './numeric.js';
import { stringFunctions } from './strings.js';

const families: readonly Functions[] = [
  conversionFunctions,
  dateFunctions,
  encodingFunctions,
  filesystemFunctions,
  hashFunctions,
  listFunctions,
  mapFunctions,
  networkFunctions,
  numericFunctions,
  stringFunctions,
];

const table: ReadonlyMap<string, FunctionDefinition> = new Map(families.flatMap((family) => Object.entries(family)));

/** `core::` stands for the functions of the language itself. */
export function functionNamed(name: string): FunctionDefinition | undefined {
  return table.get(name.replace(/^core::/, ''));
}
