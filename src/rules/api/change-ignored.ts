import { changeIgnoredRule } from '../change-ignored.js';

export const apiChangeIgnored = changeIgnoredRule('api');
