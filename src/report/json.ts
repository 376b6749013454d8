/**
 * The JSON form of a report: the contract of docs/report.schema.json. Keys stand in one order, subjects by id, findings and
 * problems in the order of the report (what blocks first).
 */
import type { Edit } from '../syntax/edit.js';
import type { Problem } from '../syntax/problem.js';
import type { Dimension } from '../scoring/ladder.js';
import type { Assessment, DimensionResult, Finding, Place, Report, ReportedSubject, Step } from './report.js';
import { printable } from './printable.js';
import { compareText } from './selection.js';

/** Ends with a line feed. Holds no raw control or format character, so that it can be shown on a terminal as it is. */
export function jsonReport(report: Report): string {
  return printable({
    schemaVersion: report.schemaVersion,
    tool: { name: report.tool.name, version: report.tool.version },
    comparison: { base: report.comparison.base, head: report.comparison.head },
    verdict: report.verdict,
    failures: report.failures,
    dimensions: eachDimension((dimension) => dimensionJson(report.dimensions[dimension])),
    subjects: [...report.subjects].sort((a, b) => compareText(a.id, b.id)).map(subjectJson),
    findings: report.findings.map(findingJson),
    problems: report.problems.map(problemJson),
    statistics: {
      files: report.statistics.files,
      parsed: report.statistics.parsed,
      bytes: report.statistics.bytes,
      milliseconds: report.statistics.milliseconds,
      apiRequests: report.statistics.apiRequests,
    },
  });
}

function eachDimension<T>(get: (dimension: Dimension) => T): Readonly<Record<Dimension, T>> {
  return { api: get('api'), ingress: get('ingress'), egress: get('egress') };
}

function dimensionJson(result: DimensionResult | null): DimensionResult | null {
  if (!result) return null;
  const { level, score, baseLevel, baseScore } = result;
  return { level, score, baseLevel, baseScore };
}

function subjectJson(subject: ReportedSubject): ReportedSubject {
  const { id, kind, name, format, path, line, root, api, ingress, egress, base, touched } = subject;
  return {
    id,
    kind,
    name,
    format,
    path,
    line,
    root,
    api: api && assessmentJson(api),
    ingress: ingress && assessmentJson(ingress),
    egress: egress && assessmentJson(egress),
    base:
      base &&
      eachDimension((dimension) => {
        const score = base[dimension];
        return score && { level: score.level, score: score.score };
      }),
    touched,
  };
}

function assessmentJson({ level, score, because, evidence, dependsOn }: Assessment): Assessment {
  return { level, score, because, evidence: evidence.map(placeJson), dependsOn };
}

function placeJson({ path, line }: Place): Place {
  return { path, line };
}

function stepJson({ path, line, name }: Step): Step {
  return { path, line, name };
}

function editJson({ path, startLine, endLine, text }: Edit): Edit {
  return { path, startLine, endLine, text };
}

function findingJson(finding: Finding): Finding {
  const { rule, dimension, severity, status, message, subject, path, startLine, endLine, startColumn, endColumn } =
    finding;
  const { fix, fingerprint, docs, title, remedy, way, level, regression, suppression } = finding;
  return {
    rule,
    dimension,
    severity,
    status,
    message,
    subject,
    path,
    startLine,
    endLine,
    startColumn,
    endColumn,
    fix: fix && { description: fix.description, edits: fix.edits.map(editJson) },
    fingerprint,
    docs,
    title,
    remedy,
    way: way.map(stepJson),
    level,
    regression,
    suppression: suppression && { reason: suppression.reason, until: suppression.until },
  };
}

function problemJson({ path, line, message }: Problem): Problem {
  return line === undefined ? { path, message } : { path, line, message };
}
