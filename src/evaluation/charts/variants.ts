/** Which chart at which version a release gets, as far as the text tells. */
import { compareVersions, contains, overlap, parseRange, parseVersion } from '../modules/versions.js';
import type { Interval, Version } from '../modules/versions.js';
import type { Value } from '../../syntax/value.js';
import { admits, parseConstraint } from './constraint.js';
import type { PublishedChart } from './definition.js';
import { erasOf } from './eras.js';
import type { Match } from './find.js';

/** One chart at one version. */
export interface Variant {
  readonly chart: PublishedChart;
  readonly version: Version;
  /** Versions with other behaviour that the release admits as well, the newest first. */
  readonly others: readonly Version[];
}

export interface Variants {
  /** For people: `chart traefik 40.2.0`, with a remark where it is not just that. */
  readonly label: string;
  /** What it could be, never empty; one where the text decides. */
  readonly variants: readonly Variant[];
  /** Completes "depends on" where there are several. */
  readonly why: string;
}

/** @param version a version or constraint; absent means the newest */
export function variantsOf({ charts, isCertain }: Match, version: Value | undefined): Variants {
  const wanted = wantedOf(version);
  const resolved = charts.map((chart) => resolve(chart, wanted));
  const existing = resolved.filter(({ exists }) => exists);
  const current = existing.filter(({ variants: [first] }) => first && !(wanted.text === '' && isRetired(first.chart)));
  const left = current.length > 0 ? current : existing.length > 0 ? existing : resolved;
  const [first] = left;
  if (!first) return { label: '', variants: [], why: '' };
  const { chart } = first;
  const name = `chart ${chart.name}`;
  const where = charts.length > 1 || !isCertain ? first.chart.publisher : undefined;
  if (left.length > 1) {
    const publishers = left.map((each) => each.chart.publisher).join(' or ');
    return {
      label: name,
      variants: left.flatMap(({ variants }) => variants),
      why: `whose ${name} it is: ${publishers}`,
    };
  }
  const remarks = [...first.remarks, ...(isCertain || where === undefined ? [] : [`assumed to be that of ${where}`])];
  const label = `${name} ${wanted.text}`.trim() + (remarks.length > 0 ? ` (${remarks.join('; ')})` : '');
  return {
    label,
    variants: first.variants,
    why: first.exists ? `the version of ${name}` : `${label}, which does not exist`,
  };
}

function isRetired({ retired }: PublishedChart): boolean {
  return retired === true;
}

/** Absent intervals: the text does not decide. */
interface Wanted {
  readonly text: string;
  readonly intervals: readonly Interval[] | undefined;
}

function wantedOf(version: Value | undefined): Wanted {
  if (!version) return { text: '', intervals: [{ from: [0, 0, 0] }] };
  if (version.kind !== 'scalar') return { text: 'of a version that the text does not decide', intervals: undefined };
  const text = version.value === null ? '' : (version.raw ?? String(version.value)).replace(/^["']|["']$/g, '').trim();
  return { text: text === '*' ? '' : text, intervals: parseConstraint(text) };
}

interface Resolved {
  readonly chart: PublishedChart;
  readonly variants: readonly Variant[];
  readonly exists: boolean;
  readonly remarks: readonly string[];
}

/** The newest version that is admitted, as Helm chooses it; one newer than all that is known counts as the newest known. */
function resolve(chart: PublishedChart, { text, intervals }: Wanted): Resolved {
  const eras = erasOf(chart);
  const all = eras
    .filter((era) => overlap(era, parseRange(chart.current ?? '') ?? era))
    .map(({ from }): Variant => ({ chart, version: from, others: [] }))
    .reverse();
  if (!intervals) return { chart, variants: all, exists: true, remarks: [] };
  const newest = chart.newest === undefined ? undefined : parseVersion(chart.newest);
  const isNewer =
    newest !== undefined && intervals.every(({ from }) => compareVersions(from, newest) > 0) && chart.retired !== true;
  if (isNewer) {
    const variants = [{ chart, version: newest, others: [] }];
    return { chart, variants, exists: true, remarks: [asNewest(chart)] };
  }
  const published = parseRange(chart.versions ?? '');
  const admitted = eras
    .filter((era) => admits(intervals, era) && (!newest || compareVersions(era.from, newest) <= 0))
    .map((era) => intervals.find(({ from }) => contains(era, from))?.from ?? era.from)
    .filter((version) => chart.retired !== true || !newest || compareVersions(version, newest) <= 0)
    .filter((version) => !published || contains(published, version))
    .reverse();
  const [version, ...others] = admitted;
  if (!version) return { chart, variants: all, exists: false, remarks: [] };
  const remarks = text === '' && newest ? [`without a version, ${asNewest(chart)}`] : [];
  return { chart, variants: [{ chart, version, others }], exists: true, remarks };
}

function asNewest({ newest = '' }: PublishedChart): string {
  return `judged as ${newest}, the newest known`;
}
