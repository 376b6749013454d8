/**
 * The syntax tree of a Bicep file (`.bicep` and `.bicepparam`). Every node knows its half-open range of UTF-16 offsets;
 * the file that the offsets count in stands once, on the program. All nodes are told apart by `kind`.
 */
export type * from './declarations.js';
export type * from './expressions.js';
export type * from './types.js';
