/** Every rule, in the order in which they are listed. */
import { publicEndpoint } from './api/public-endpoint.js';
import type { Rule } from './rule.js';

export const rules: readonly Rule[] = [publicEndpoint];
