/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) as GitHub takes it ("SARIF support for code scanning"): it shows
 * 5,000 results, matches them by `primaryLocationLineHash` alone, and reads neither baseline states nor suppressions, so that what is fixed or
 * suppressed would become an alert if it were listed. Suppressed findings are told as notifications.
 */
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Edit } from '../syntax/edit.js';
import type { Finding, Fix, Report, Severity, Step } from './report.js';
import { printable } from './printable.js';
import { compareFindings, compareText, findingsOf } from './selection.js';
import { visible } from './visible.js';
import { dimensionName } from './words.js';

export interface SarifOptions {
  /** Address of a page of the project, given its path. */
  readonly docsUrl?: (path: string) => string | undefined;
}

const mostResults = 5000;
const mostSuppressed = 100;
const longestMessage = 1000;

/** Ends with a line feed. */
export function sarifReport(report: Report, options: SarifOptions = {}): string {
  const found = report.findings
    .filter(({ status }) => status === 'introduced' || status === 'existing')
    .sort(compareFindings);
  const shown = found.slice(0, mostResults);
  const left = found.length - shown.length;
  const rules = rulesOf(shown, options);
  const notifications = [
    ...report.problems.map(({ path, line, message }) => notification('warning', message, path, line)),
    ...(left > 0 ? [notification('warning', `${left} findings are left out`)] : []),
    ...findingsOf(report, 'suppressed').slice(0, mostSuppressed).map(suppressed),
  ];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: report.tool.name, semanticVersion: report.tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        automationDetails: { id: 'aks-privacy/' },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results: shown.map((finding) => result(finding, rules)),
        properties: { verdict: report.verdict, dimensions: report.dimensions },
      },
    ],
  };
  return printable(log);
}

function rulesOf(findings: readonly Finding[], { docsUrl }: SarifOptions): ReportingDescriptor[] {
  const byId = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...byId.values()]
    .sort((a, b) => compareText(a.rule, b.rule))
    .map(({ rule, title, remedy, dimension, docs }) => {
      const helpUri = docsUrl?.(docs);
      return {
        id: rule,
        shortDescription: { text: title },
        fullDescription: { text: title },
        help: { text: remedy },
        ...(helpUri === undefined ? {} : { helpUri }),
        properties: { tags: ['security', 'network', dimension], precision: 'high' },
      };
    });
}

function result(finding: Finding, rules: readonly ReportingDescriptor[]): Result {
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: level(finding.severity),
    message: message(finding.message),
    locations: [place(finding)],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    baselineState: finding.status === 'introduced' ? 'new' : 'unchanged',
    ...(finding.way.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: finding.way.map(step) }] }] } : {}),
    ...(finding.fix ? { fixes: [fix(finding.fix)] } : {}),
    properties: { dimension: dimensionName[finding.dimension], regression: finding.regression },
  };
}

function level(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'notice' ? 'note' : severity;
}

/** `[text](1)` is a link in a SARIF message and `{0}` a placeholder: reviewed text makes neither. */
function message(text: string): { text: string } {
  return {
    text: visible(text, longestMessage)
      .replaceAll('](', '] (')
      .replace(/\{(?=\d)/g, '{ '),
  };
}

function place({ path, startLine, startColumn, endLine, endColumn }: Finding): Location {
  // The end column of SARIF is exclusive, ours is inclusive.
  return physical(path, { startLine, startColumn, endLine, endColumn: endColumn + 1 });
}

function physical(path: string, region: NonNullable<Location['physicalLocation']>['region']): Location {
  return {
    physicalLocation: { artifactLocation: { uri: uri(path), uriBaseId: '%SRCROOT%' }, ...(region ? { region } : {}) },
  };
}

function uri(path: string): string {
  // A lone surrogate has no encoding.
  const encodable = path.replace(/\p{Cs}/gu, '\ufffd');
  return encodable.split('/').map(encodeURIComponent).join('/');
}

function step({ path, line, name }: Step): { location: Location } {
  return { location: { ...physical(path, { startLine: line }), message: message(name === '' ? 'passes here' : name) } };
}

function fix({ description, edits }: Fix): NonNullable<Result['fixes']>[number] {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: message(description),
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uri(path), uriBaseId: '%SRCROOT%' },
      replacements: edits.filter((edit) => edit.path === path).map(replacement),
    })),
  };
}

/** Lines without columns are whole lines but for the last line break; removing them takes that line break along. */
function replacement({ startLine, endLine, text }: Edit): {
  deletedRegion: NonNullable<Location['physicalLocation']>['region'] & object;
  insertedContent?: { text: string };
} {
  return text === ''
    ? { deletedRegion: { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1 } }
    : { deletedRegion: { startLine, endLine }, insertedContent: { text } };
}

function suppressed({ rule, path, startLine, suppression }: Finding): Notification {
  const until = suppression?.until ? ` until ${suppression.until}` : '';
  return notification('note', `${rule} is suppressed${until}: ${suppression?.reason ?? ''}`, path, startLine);
}

function notification(level: 'warning' | 'note', text: string, path = '', line?: number): Notification {
  const at = path === '' ? [] : [physical(path, line === undefined ? undefined : { startLine: line })];
  return { level, message: message(text), ...(at.length > 0 ? { locations: at } : {}) };
}
