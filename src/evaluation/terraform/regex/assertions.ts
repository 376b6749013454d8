/** What can be asked of a place between characters. */
import { isWordAt } from './classes.js';
import type { Assertion } from './syntax.js';

export const startOfText: Assertion = (_, at) => at === 0;
export const endOfText: Assertion = (text, at) => at === text.length;
export const startOfLine: Assertion = (text, at) => at === 0 || text[at - 1] === '\n';
export const endOfLine: Assertion = (text, at) => at === text.length || text[at] === '\n';
export const atWordBorder: Assertion = (text, at) => isWordAt(text, at - 1) !== isWordAt(text, at);
