/** The templates of a chart -> the objects that they make: a static reading of Go templates over positioned values. */
import type { Problem } from '../../../syntax/problem.js';
import type { SourceFile, Span } from '../../../syntax/source.js';
import type { Mapping, Origin, Value } from '../../../syntax/value.js';
import type { Data, Dict } from './data/data.js';
import { dict } from './data/data.js';
import { fromValue } from './data/from-value.js';
import type { Holes } from './data/holes.js';
import { createHoles } from './data/holes.js';
import { readTemplates } from './execute/definitions.js';
import { runTemplate } from './execute/run.js';
import { dotOf, isPartial, scopesOf, unitsOf } from './execute/scopes.js';
import { copied } from './functions/dicts.js';
import type { Call } from './functions/function.js';
import { FUNCTIONS } from './functions/index.js';

/** One file below a chart's `templates/`. */
export interface TemplateFile {
  /** Its path inside its own chart: `templates/service.yaml`. */
  readonly name: string;
  readonly source: SourceFile;
}

/** A chart as its templates see it, with the subcharts that are enabled. */
export interface TemplateChart {
  /** The name under which the chart is used: the alias for a subchart that has one. Names its values in the chart above. */
  readonly name: string;
  /** Chart.yaml as parsed. */
  readonly metadata: Mapping;
  /** Every file below `templates/`, those that start with `_` (partials) and NOTES.txt too. */
  readonly templates: readonly TemplateFile[];
  /** A library chart gives its definitions only. */
  readonly library?: boolean;
  /** The text of a file of the chart as `.Files` sees it (neither templates nor subcharts), by its path inside the chart. */
  readonly file?: (path: string) => SourceFile | undefined;
  /** All paths that `.Files` sees. */
  readonly files?: readonly string[];
  readonly subcharts: readonly TemplateChart[];
}

/** What a chart can ask about the cluster. What is left out is not known, except what every supported version agrees on. */
export interface TemplateCapabilities {
  /** `v1.31.2`. */
  readonly kubeVersion?: string;
  /** Every `group/version` and `group/version/Kind` that the cluster serves. */
  readonly apiVersions?: readonly string[];
}

export interface TemplateRelease {
  /** Undefined where the text does not say. */
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** Where the release is named. */
  readonly origin: Origin;
}

export interface TemplateInput {
  /** The chart of the release: what is installed, not a subchart. */
  readonly chart: TemplateChart;
  /**
   * `.Values` of that chart, merged as Helm does: defaults of the chart and of its subcharts (under their names), what the user
   * gives, `global` copied into every subchart. A subchart's `.Values` are the mapping under its name.
   */
  readonly values: Value;
  readonly release: TemplateRelease;
  readonly capabilities: TemplateCapabilities;
}

export interface RenderedDocument {
  readonly template: SourceFile;
  /**
   * The object. Every value has the template's line as its place, and the way to the values line that it is made from. Also
   * documents that are no mapping are given; empty ones are not.
   */
  readonly value: Value;
  /** What decides whether the document is there, when the text does not. */
  readonly condition?: Value;
  /** The values that decided the conditions on the way: a change of one of them may add or remove a part. */
  readonly influences?: readonly Origin[];
}

export interface Rendered {
  readonly documents: readonly RenderedDocument[];
  /** A template that fails gives one, with its line; the others are rendered all the same. */
  readonly problems: readonly Problem[];
}

/** For all templates of a release together: the largest real charts take less than a tenth. */
const BUDGET = { steps: 1_000_000, characters: 10_000_000 };
/** Templates that change the values they are given: later templates see the changes. */
const CHANGES_VALUES = /\b(?:set|unset|(?:must)?[mM]erge(?:Overwrite)?)\b/;

/** Renders every template of a chart and its subcharts. Never throws, bounded in steps and output. */
export function renderTemplates(input: TemplateInput): Rendered {
  const units = unitsOf(input.chart);
  const { definitions, problems } = readTemplates(units);
  const base = { holes: createHoles(), budget: { ...BUDGET }, functions: FUNCTIONS, definitions };
  const keepsValues = !units.some(({ file }) => CHANGES_VALUES.test(file.source.text));
  const call = fileCall(base.holes, input.release.origin.span);
  let values = fromValue(input.values);
  const scopes = (of: Data): ReadonlyMap<string, Dict> => scopesOf(input, of, call);
  let shared = scopes(values);
  // `set $ "Values"` gives the templates of a chart other values from then on.
  const replaced = new Map<string, Data>();
  const documents: RenderedDocument[] = [];
  const found: Problem[] = [...problems];
  for (const unit of units) {
    if (isPartial(unit.name) || unit.name.endsWith('NOTES.txt')) continue;
    let used = values;
    let seen: Dict | undefined;
    const outcome = runTemplate(base, unit, () => {
      if (!keepsValues) shared = scopes((used = copied(values)));
      seen = dotOf(shared.get(unit.base) ?? dict([]), unit);
      const other = replaced.get(unit.base);
      if (other) seen.entries.set('Values', { value: copied(other) });
      return seen;
    });
    if (outcome.once) {
      values = used;
      const own = valuesIn(seen);
      if (own && own !== valuesIn(shared.get(unit.base))) replaced.set(unit.base, own);
    }
    found.push(...outcome.problems);
    const influences = outcome.influences.length > 0 ? { influences: outcome.influences } : {};
    for (const document of outcome.documents)
      documents.push({ template: unit.file.source, ...document, ...influences });
  }
  return { documents: documents.sort(byPath), problems: found };
}

function valuesIn(scope: Dict | undefined): Data | undefined {
  return scope?.entries.get('Values')?.value;
}

function byPath(a: RenderedDocument, b: RenderedDocument): number {
  return a.template.path === b.template.path ? 0 : a.template.path < b.template.path ? -1 : 1;
}

/** What `.Files.AsConfig` writes YAML for. */
function fileCall(holes: Holes, span: Span): Call {
  return {
    holes,
    span,
    expression: '.Files.AsConfig',
    work: () => undefined,
    include: () => undefined,
    tpl: (template) => template,
  };
}
