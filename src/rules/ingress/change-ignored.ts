import { changeIgnoredRule } from '../change-ignored.js';

export const ingressChangeIgnored = changeIgnoredRule('ingress');
