/** Markdown for comments, summaries and checks. What is posted where, and the hidden marks, are the business of the caller. */
export { checkTitle, headline } from './headline.js';
export { proposedEnd } from './suppression-comment.js';
export { suggestibleEdit } from './markdown/change-block.js';
export { bytes, cut, fit } from './markdown/fit.js';
export type { InlineOptions } from './markdown/inline.js';
export { inlineBody, inlineLimit } from './markdown/inline.js';
export type { Links } from './markdown/links.js';
export type { SummaryOptions } from './markdown/summary.js';
export { summaryLimit, summaryMarkdown } from './markdown/summary.js';
