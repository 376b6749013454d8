/** Reviews with the configuration that a team wrote. */
import { readConfiguration, isWrong } from '../../src/configuration/read.js';
import { reviewOptions } from '../../src/options.js';
import type { ReviewOptions } from '../../src/review.js';
import type { Report } from '../../src/report/report.js';
import { rules } from '../../src/rules/index.js';
import { SourceFile } from '../../src/syntax/source.js';
import type { Files } from './review.js';
import { reviewFiles } from './review.js';

/** @param today ISO date */
export function configured(text: string, today = '2026-11-23'): ReviewOptions {
  const file = new SourceFile('.github/aks-privacy.yml', text);
  const configuration = readConfiguration(file, new Set(rules.map(({ id }) => id)));
  if (isWrong(configuration)) throw new Error(configuration.map(({ message }) => message).join('\n'));
  return reviewOptions({
    ...{ configuration, failOn: 'regression', minimumScores: {}, only: [], version: '0.0.0' },
    now: new Date(`${today}T12:00:00Z`),
    clock: () => 0,
  });
}

export async function reviewConfigured(
  text: string,
  base: Files | null,
  head: Files,
  today = '2026-11-23',
): Promise<Report> {
  return reviewFiles(base, head, configured(text, today));
}
