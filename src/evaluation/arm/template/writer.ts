import type { Writer } from '../../resource.js';

export const writer: Writer = { set: () => undefined };
