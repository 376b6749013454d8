import type { Files } from '../../tree/files.js';
import type { Evaluation, Root } from '../resource.js';
import type { Deployed, DeploymentSettings } from './deployed.js';
import type { Scope } from './scope.js';
import { openSession } from './session.js';
import type { Session } from './session.js';
import { givenByCommands } from './roots/command-parameters.js';
import { givenByAll } from './template/parameter-file.js';
import type { Given } from './template/parameter-file.js';

/** What is evaluated for a root: its deployment, once its scope and parameters are known. */
export interface Program {
  readonly scope: Scope;
  readonly given: Given;
  open(settings: DeploymentSettings): Deployed;
}

/** Evaluates a root within its bounds. A file that is not there (yet) gives no resources, and stands in `files`. */
export function evaluateRoot(root: Root, files: Files, prepare: (session: Session) => Program | undefined): Evaluation {
  const session = openSession(files);
  const finish = (resources: Evaluation['resources'], problems: Evaluation['problems']): Evaluation => {
    return { root, resources, problems, files: new Set([root.path, ...root.parameters, ...session.asked]) };
  };
  try {
    const program = prepare(session);
    if (!program) return finish([], session.problems);
    const { scope } = program;
    const given = givenByAll([program.given, givenByCommands(root, files, session)]);
    const settings = { session, root, scope, given, prefix: '', around: [root.path], callers: [] };
    const resources = program.open(settings).resources();
    return finish(resources, session.problems);
  } catch (error) {
    // The bounds of a session end evaluation long before the stack does; this is the last resort behind them.
    if (!(error instanceof RangeError)) throw error;
    return finish([], [...session.problems, { path: root.path, message: 'nested too deeply to be evaluated' }]);
  }
}
