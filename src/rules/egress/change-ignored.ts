import { changeIgnoredRule } from '../change-ignored.js';

export const egressChangeIgnored = changeIgnoredRule('egress');
