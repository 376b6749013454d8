/** Commands and options. What a command does is loaded when it runs, so that starting is cheap. */
import { Command, Option } from 'commander';
import { version } from '../version.js';
import type { Io } from './io.js';
import type { ReviewArguments } from './review.js';
import type { RulesArguments } from './rules.js';

const repeated = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];

/**
 * @param finish takes the exit status of the command that ran
 * @param show takes what Commander itself has to say
 */
export function program(
  io: Io,
  finish: (status: number) => void,
  show: (to: 'out' | 'err', text: string) => void,
): Command {
  const root = new Command('aks-privacy')
    .description('Reviews changes for the network privacy of AKS clusters.')
    .version(version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => show('out', text),
      writeErr: (text) => show('err', text),
      outputError: () => undefined,
      getOutHelpWidth: () => io.out.columns ?? 100,
      getErrHelpWidth: () => io.err.columns ?? 100,
    });
  root
    .command('review')
    .description('Reviews a folder, the changes since a git revision, or one folder against another.')
    .argument('[PATH]', 'folder to review', '.')
    .option('--base <REV|DIR>', 'compare from the merge base with this revision, or from this folder')
    .option('--head <REV>', 'compare to this revision instead of the working tree')
    .option('--config <FILE>', 'configuration (default: .github/aks-privacy.yml of the base)')
    .addOption(
      new Option('--format <FORMAT>', 'form of the report')
        .choices(['text', 'json', 'sarif', 'markdown', 'html'])
        .default('text'),
    )
    .option('--output <FILE>', 'write the report there instead of showing it')
    .addOption(
      new Option('--fail-on <WHAT>', 'what fails the gate')
        .choices(['regression', 'warning', 'error', 'never'])
        .default('regression'),
    )
    .addOption(
      new Option('--only <GLOB>', 'review only these paths; may be given several times')
        .argParser(repeated)
        .default([], 'everything'),
    )
    .option('--no-render', 'never run helm or kustomize')
    .option('--all', 'show also what was there before', false)
    .action(async (path: string, options: Omit<ReviewArguments, 'path'>) => {
      const { runReview } = await import('./review.js');
      finish(await runReview({ ...options, path }, io));
    });
  root
    .command('rules')
    .description('Lists every rule, or explains one.')
    .argument('[RULE]', 'id of a rule, as in api/public-endpoint')
    .addOption(new Option('--format <FORMAT>', 'form of the list').choices(['text', 'json']).default('text'))
    .action(async (rule: string | undefined, options: Omit<RulesArguments, 'rule'>) => {
      const { runRules } = await import('./rules.js');
      finish(await runRules({ ...options, ...(rule === undefined ? {} : { rule }) }, io));
    });
  const config = root.command('config').description('Explains the configuration.').helpCommand(false);
  config
    .command('check')
    .description('Says what is wrong with a configuration, or what it comes to in this folder.')
    .argument('[FILE]', 'configuration (default: .github/aks-privacy.yml of the working tree)')
    .action(async (file: string | undefined) => {
      const { runConfigCheck } = await import('./config-check.js');
      finish(await runConfigCheck(file, io));
    });
  return root;
}
