/** What each chart of a release hands to its templates as the dot. */
import type { Call } from '../functions/function.js';
import type { Data, Dict } from '../data/data.js';
import { NIL, dict } from '../data/data.js';
import { text } from '../data/text.js';
import { emitYaml } from '../functions/yaml-emitter.js';
import { capabilitiesData } from '../objects/capabilities.js';
import { chartData, releaseData } from '../objects/chart.js';
import { filesData } from '../objects/files.js';
import type { TemplateChart, TemplateFile, TemplateInput } from '../render.js';
import { memberOf } from './member.js';

export interface Unit {
  /** `web/charts/cache/templates/service.yaml` */
  readonly name: string;
  readonly file: TemplateFile;
  /** The path of its chart: `web/charts/cache`. */
  readonly base: string;
}

/** Charts in charts deeper than this are left out. */
const MAX_DEPTH = 20;

/** Every template in the order in which Helm reads them: the deepest first, so that those further up define names anew. */
export function unitsOf(chart: TemplateChart): readonly Unit[] {
  const units: Unit[] = [];
  const visit = (at: TemplateChart, base: string, depth: number): void => {
    for (const file of at.templates) {
      if (at.library && !isPartial(file.name)) continue;
      units.push({ name: `${base}/${file.name}`, file, base });
    }
    if (depth < MAX_DEPTH) for (const sub of at.subcharts) visit(sub, `${base}/charts/${sub.name}`, depth + 1);
  };
  visit(chart, chart.name, 0);
  const slashes = (name: string): number => name.split('/').length;
  return units.sort((a, b) => slashes(b.name) - slashes(a.name) || (a.name < b.name ? 1 : -1));
}

export function isPartial(name: string): boolean {
  return name.slice(name.lastIndexOf('/') + 1).startsWith('_');
}

/** The dots of all charts by their path, over these values. */
export function scopesOf(input: TemplateInput, values: Data, call: Call): ReadonlyMap<string, Dict> {
  const scopes = new Map<string, Dict>();
  const release = releaseData(input.release);
  const capabilities = capabilitiesData(input.capabilities, input.release.origin);
  const visit = (chart: TemplateChart, base: string, own: Data, depth: number): Dict => {
    const subcharts = new Map<string, Data>();
    const scope = dict([
      ['Values', own],
      ['Chart', chartData(chart.metadata, chart.name, depth === 0)],
      ['Release', release],
      ['Capabilities', capabilities],
      ['Files', filesData(chart, (data) => emitYaml(data, call))],
    ]);
    if (depth < MAX_DEPTH) {
      for (const sub of chart.subcharts) {
        const inner = own.kind === 'dict' || own.kind === 'open' ? memberOf(own, sub.name) : undefined;
        const values = inner?.kind === 'value' ? inner.value : NIL;
        subcharts.set(sub.name, visit(sub, `${base}/charts/${sub.name}`, values, depth + 1));
      }
    }
    scope.entries.set('Subcharts', { value: dict(subcharts) });
    scopes.set(base, scope);
    return scope;
  };
  visit(input.chart, input.chart.name, values, 0);
  return scopes;
}

/** The dot of a template: its chart's, with `.Template`. */
export function dotOf(scope: Dict, { name, base }: Unit): Dict {
  const template = dict([
    ['Name', text(name)],
    ['BasePath', text(`${base}/templates`)],
  ]);
  return { ...scope, entries: new Map([...scope.entries, ['Template', { value: template }]]) };
}
