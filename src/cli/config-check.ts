/** `aks-privacy config check` */

import { defaultConfiguration } from '../configuration/configuration.js';
import type { Shown } from '../configuration/explain.js';
import { explain } from '../configuration/explain.js';
import { named } from '../configuration/patterns.js';
import { reviewOptions } from '../options.js';
import { parts } from '../parts.js';
import { decided } from '../posture/known/decided.js';
import type { Known } from '../posture/known/known.js';
import type { Subject } from '../posture/model.js';
import { name } from '../report/visible.js';
import { review } from '../review.js';
import { version } from '../version.js';
import type { Found } from './configuration.js';
import { configurationPath, findConfiguration } from './configuration.js';
import { explained } from './config-text.js';
import type { Io } from './io.js';
import { exit } from './io.js';
import { errorLine } from './errors.js';
import { revisions } from './revisions.js';

/** @param file relative to the working folder; without one, that of the repository */
export async function runConfigCheck(file: string | undefined, io: Io): Promise<number> {
  const used = parts();
  const { head } = await revisions({ path: '.' }, io.folder, used.decode);
  const found = await findConfiguration(file, io.folder, head, used.decode, used.rules);
  if (found && 'problems' in found) return refused(found, io);
  const configuration = found?.configuration ?? defaultConfiguration;
  const today = io.now().toISOString().slice(0, 10);
  const usedEntries = new Set<object>();
  const known = watched(configuration.known, usedEntries);
  const seen = new Map<string, Subject>();
  const options = reviewOptions({
    ...{ configuration, failOn: 'never', minimumScores: {}, only: [], version, now: io.now(), clock: io.clock },
  });
  const report = await review(
    {
      base: null,
      head,
      changes: [],
      options: {
        ...options,
        known: (subject) => {
          seen.set(subject.id, subject);
          return decided(subject, known);
        },
      },
    },
    used,
  );
  const subjects = report.subjects.flatMap(({ id, api, ingress, egress }): readonly Shown[] => {
    const subject = seen.get(id);
    const levels = { api: api?.level ?? null, ingress: ingress?.level ?? null, egress: egress?.level ?? null };
    return subject ? [{ ...named(subject), levels }] : [];
  });
  const paths = (await head.entries()).map(({ path }) => path);
  const explanation = explain(configuration, { subjects, paths, today, isUsed: (entry) => usedEntries.has(entry) });
  const title = found ? `${name(found.path)} is valid.` : `There is no ${configurationPath}: the defaults apply.`;
  await io.out.write(`${explained(title, configuration, explanation, io.out.columns ?? 100)}\n`);
  return exit.passed;
}

/** Everything that is wrong, one line each. */
async function refused({ path, problems }: Extract<Found, { readonly problems: unknown }>, io: Io): Promise<number> {
  for (const { line, message } of problems) {
    await io.err.write(errorLine(`${name(path)}${line === undefined ? '' : `:${String(line)}`}: ${message}`));
  }
  await io.err.write(
    errorLine(
      `${name(path)} is wrong in ${problems.length === 1 ? '1 place' : `${String(problems.length)} places`}, and no review starts with it`,
      'docs/configuration.md lists the settings',
    ),
  );
  return exit.wrongUse;
}

/** The same knowledge, noting which entries decide something. */
function watched({ gateways, appliances }: Known, used: Set<object>): Known {
  const watch = <T extends { readonly matches: (text: string) => boolean }>(entry: T): T => ({
    ...entry,
    matches: (text: string) => {
      const isMeant = entry.matches(text);
      if (isMeant) used.add(entry);
      return isMeant;
    },
  });
  return { gateways: gateways.map(watch), appliances: appliances.map(watch) };
}
