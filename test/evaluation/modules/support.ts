import type { Assessment, Finding, Report, ReportedSubject } from '../../../src/report/report.js';
import { reviewFiles } from '../../support/review.js';

/** The audit of one Terraform file. */
export function auditTerraform(text: string): Promise<Report> {
  return reviewFiles(null, { 'main.tf': text });
}

/** The audit of one Bicep file. */
export function auditBicep(text: string): Promise<Report> {
  return reviewFiles(null, { 'main.bicep': text });
}

/** `module "aks"` with a source, a version where there is one, and arguments. */
export function callOf(source: string, version: string | undefined, args = ''): string {
  return `module "aks" {
  source = "${source}"
${version === undefined ? '' : `  version = "${version}"\n`}${args === '' ? '' : `  ${args.split('\n').join('\n  ')}\n`}}
`;
}

/** `module aks` with a source and parameters, one a line. */
export function bicepCallOf(source: string, params: string): string {
  return `module aks '${source}' = {
  name: 'aks'
  params: {
    name: 'aks-prod'
    ${params.split('\n').join('\n    ')}
  }
}
`;
}

export function only({ subjects }: Report): ReportedSubject {
  const [subject, another] = subjects;
  if (!subject || another) throw new Error(`${subjects.length} subjects`);
  return subject;
}

/** `api ingress egress`, `-` where there is none. */
export function levels(report: Report): string {
  const { api, ingress, egress } = only(report);
  return [api, ingress, egress].map((assessment) => assessment?.level ?? '-').join(' ');
}

export function assessed(assessment: Assessment | null): Assessment {
  if (!assessment) throw new Error('not assessed');
  return assessment;
}

export function found({ findings }: Report, rule: string): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}
