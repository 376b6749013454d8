/** Which chart a reference means: charts of the same name in different repositories are different charts. */
import type { PublishedChart } from './definition.js';

export interface Match {
  readonly charts: readonly PublishedChart[];
  /** Whether the repository says so; else only the name does. */
  readonly isCertain: boolean;
}

/**
 * @param name of the chart; also `repository/name` and a full `oci://…` address, as commands have it
 * @param repository the address as written
 * @returns undefined when no chart that we know is meant
 */
export function matchingCharts(
  name: string,
  repository: string | undefined,
  charts: readonly PublishedChart[],
): Match | undefined {
  const { name: own, place } = split(name);
  const named = charts.filter((chart) => chart.name === own);
  const address = repository ?? (place?.includes('.') === true ? place : undefined);
  if (address !== undefined) {
    const wanted = normalized(address, own);
    const published = named.filter(({ repositories }) => repositories.some((each) => normalized(each, own) === wanted));
    if (published.length > 0) return { charts: published, isCertain: true };
  }
  const called = named.filter(({ aliases }) => place !== undefined && aliases.includes(place));
  if (called.length > 0) return { charts: called, isCertain: false };
  const telling = named.filter(({ commonName }) => commonName !== true);
  return telling.length > 0 ? { charts: telling, isCertain: false } : undefined;
}

function split(name: string): { readonly name: string; readonly place?: string } {
  const path = name.replace(/^[a-z+]+:\/\//, '').replace(/\/+$/, '');
  const at = path.lastIndexOf('/');
  return at < 0 ? { name: path } : { name: path.slice(at + 1), place: path.slice(0, at) };
}

/** Without what does not tell repositories apart: the scheme, a tag, the name of the chart at the end. */
function normalized(repository: string, name: string): string {
  const address = repository
    .toLowerCase()
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/[/]+$/, '')
    .replace(/\.git$/, '')
    .replace(/^(?:registry-1|index|registry)\.docker\.io\//, 'docker.io/');
  return address.endsWith(`/${name}`) ? address.slice(0, -name.length - 1) : address;
}
