/** The report in words for each outlet, with the addresses that only this side knows. */
import type { Lines } from '../report/lines.js';
import type { Links } from '../report/markdown.js';
import { checkTitle, inlineBody, proposedEnd, summaryMarkdown } from '../report/markdown.js';
import { jsonReport } from '../report/json.js';
import type { Report } from '../report/report.js';
import { sarifReport } from '../report/sarif.js';
import { subjectOf } from '../report/selection.js';
import { plain } from '../report/text/paint.js';
import { alsoFor, together } from '../report/together.js';
import { textReport } from '../report/text.js';
import type { RepositoryName, Target } from './context.js';
import { jobSummaryLimit } from './publish/limits.js';
import type { Texts } from './publish/publication.js';

export interface Addresses {
  /** `https://github.com`, or that of an Enterprise Server with its path. */
  readonly serverUrl: string;
  /** Where the action itself lives: `owner/name`; empty when it is a path of the repository. */
  readonly actionRepository: string;
  readonly actionRef: string;
}

export interface TextRequest {
  readonly target: Target;
  readonly eventName: string;
  readonly head: string;
  readonly lines: Lines;
  readonly addresses: Addresses;
  readonly now: Date;
}

const logWidth = 120;

export function textsOf(report: Report, request: TextRequest): Texts {
  const { target, head, lines, addresses } = request;
  const links = linksOf(addresses, target.repository, head);
  const summary = {
    ...links,
    change: changeName(request.eventName),
    ...(target.kind === 'pull-request' && target.baseName !== undefined ? { baseName: target.baseName } : {}),
  };
  const until = proposedEnd(request.now);
  const also = new Map(together(report.findings).map((told) => [told.finding, alsoFor(told, report)]));
  return {
    title: checkTitle(report),
    jobSummary: summaryMarkdown(report, { ...summary, unfolded: true, limit: jobSummaryLimit }),
    // Whether GitHub draws Mermaid in a check run is documented nowhere.
    checkRun: summaryMarkdown(report, { ...summary, unfolded: true, picture: false }),
    comment: summaryMarkdown(report, summary),
    inline: (finding, suggestion) => {
      const subject = subjectOf(report, finding);
      const options = { ...links, lines, suggestion, until, also: also.get(finding) ?? [] };
      return inlineBody(finding, { ...options, ...(subject ? { subject } : {}) });
    },
    log: textReport(report, { lines, paint: plain, width: logWidth, all: false }),
    json: jsonReport(report),
    sarif: () => sarifReport(report, links),
  };
}

function linksOf(
  { serverUrl, actionRepository, actionRef }: Addresses,
  { owner, repo }: RepositoryName,
  head: string,
): Links {
  const server = serverUrl.replace(/\/+$/, '');
  const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
  const project = actionRepository === '' ? undefined : `${server}/${actionRepository}/blob/${actionRef || 'HEAD'}`;
  return {
    fileUrl: (path, line) => `${server}/${owner}/${repo}/blob/${head}/${encoded(path)}#L${String(line)}`,
    docsUrl: (path) => project && `${project}/${encoded(path)}`,
  };
}

function changeName(eventName: string): string {
  switch (eventName) {
    case 'merge_group':
      return 'this merge group';
    case 'push':
    case 'schedule':
    case 'workflow_dispatch':
      return 'this range of commits';
    default:
      return 'this pull request';
  }
}
