/** From what is written to what it means. */
import type { KnownAppliance, KnownGateway } from '../posture/known/known.js';
import type { Place, Severity } from '../report/report.js';
import type { Origin } from '../syntax/value.js';
import { literal } from '../syntax/value.js';
import type { Acceptance, Configuration, RuleSetting } from './configuration.js';
import { defaultConfiguration } from './configuration.js';
import type { Document } from './errors.js';
import { lineAt } from './errors.js';
import { matcher } from './patterns.js';
import type { Raw, RawAcceptance, RawAppliance, RawGateway } from './raw.js';
import { applianceMarks, gatewayMarks } from './raw.js';

export function configured(raw: Raw, document: Document): Configuration {
  const { required, paths, rules } = defaultConfiguration;
  const place = (...path: readonly string[]): Place => ({ path: document.file.path, line: lineAt(document, path) });
  const origin = (...path: readonly string[]): Origin => lineOrigin(document, lineAt(document, path));
  const entries = Object.entries;
  return {
    required: { ...required, ...raw.required },
    environments: entries(raw.environments ?? {}).map(([name, { paths: patterns, required: levels = {} }]) => ({
      ...{ name, patterns, levels, place: place('environments', name) },
    })),
    subjects: entries(raw.subjects ?? {}).map(([pattern, levels]) => ({
      ...{ pattern, levels, place: place('subjects', pattern) },
    })),
    paths: { ...paths, ...raw.paths },
    rules: new Map([...rules, ...entries(raw.rules ?? {}).map(([id, value]) => [id, setting(value)] as const)]),
    unknownBlocks: raw.unknown === 'regression',
    minimumScores: raw['minimum-scores'] ?? {},
    known: {
      gateways: (raw.gateways ?? []).flatMap((one, index) => gateway(one, origin('gateways', String(index)))),
      appliances: (raw['egress-appliances'] ?? []).flatMap((one, index) =>
        appliance(one, origin('egress-appliances', String(index))),
      ),
    },
    acceptances: [
      ...(raw['public-entry-points'] ?? []).map((one, index) =>
        acceptance('public-entry-point', null, one, place('public-entry-points', String(index))),
      ),
      ...(raw.suppressions ?? []).map((one, index) =>
        acceptance('suppression', one.rule, one, place('suppressions', String(index))),
      ),
    ],
  };
}

function acceptance(
  kind: Acceptance['kind'],
  rule: string | null,
  { subject, owner = '', reason, until }: RawAcceptance,
  place: Place,
): Acceptance {
  return { kind, rule, subject, owner, reason: reason.trim(), until: until ?? null, place };
}

function gateway(raw: RawGateway, origin: Origin): readonly KnownGateway[] {
  return gatewayMarks.flatMap((by) => {
    const pattern = raw[by];
    return pattern === undefined ? [] : [{ by, matches: folded(pattern), reach: raw.reach, name: raw.name, origin }];
  });
}

function appliance(raw: RawAppliance, origin: Origin): readonly KnownAppliance[] {
  return applianceMarks.flatMap((by) => {
    const pattern = raw[by];
    return pattern === undefined ? [] : [{ by, matches: folded(pattern), name: raw.name, origin }];
  });
}

/** Resource ids and host names are the same in every case. */
function folded(pattern: string): (text: string) => boolean {
  const matches = matcher(pattern.toLowerCase());
  return (text) => matches(text.toLowerCase());
}

function lineOrigin({ file }: Document, line: number): Origin {
  const start = file.lineStart(line);
  return literal({ file, start, end: start + file.line(line).length });
}

function setting(value: Severity | { readonly disabled: string }): RuleSetting {
  return typeof value === 'string'
    ? { kind: 'severity', severity: value }
    : { kind: 'disabled', reason: value.disabled };
}
