/** Every published chart that we know. */
import ingressNginx from './data/ingress-nginx.json' with { type: 'json' };
import common from './data/common.json' with { type: 'json' };
import type { ChartFamily, ChartSetting, PublishedChart } from './definition.js';
import { chartsOf } from './family.js';

/** The files as they are; the schema beside them holds them to this type. */
export const chartFamilies = [ingressNginx] as unknown as readonly ChartFamily[];

export const commonSets = common.sets as unknown as Readonly<Record<string, readonly ChartSetting[]>>;

export const publishedCharts: readonly PublishedChart[] = chartFamilies.flatMap((family) =>
  chartsOf(family, commonSets),
);
