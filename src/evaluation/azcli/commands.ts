/** The commands of `az aks` in scripts that make or change clusters, with their arguments. */
import type { Arm } from '../../syntax/shell/blocks.js';
import type { Span } from '../../syntax/source.js';
import { literal } from '../../syntax/value.js';
import type { Settings } from './arguments.js';
import { settingsOf } from './arguments.js';
import { foundCommands } from './flow.js';
import type { Scripts } from './scan.js';
import { aksVerbOf } from './verbs.js';

export interface AksCommand extends Settings {
  readonly verb: 'create' | 'update' | 'nodepool add';
  readonly span: Span;
  readonly scope: readonly Arm[];
  readonly isDead: boolean;
}

export function aksCommandsIn(scripts: Scripts): readonly AksCommand[] {
  return foundCommands(scripts, aksVerbOf).map(({ verb: { verb, implied }, args, span, scope, isDead }) => {
    const { settings, ...rest } = settingsOf(args);
    const given = implied ? [...settings, ...implied(args, literal(span))] : settings;
    return { verb, settings: given, ...rest, span, scope, isDead };
  });
}
