import type { Value } from '../../../syntax/value.js';
import { entry, lookup, through, undetermined } from '../../../syntax/value.js';
import { stringOf } from '../functions/operand.js';
import { withTokens } from '../tokens.js';

/** What a deployer passes: the value of a parameter, if it is set. */
export type Given = (name: string) => Value | undefined;

/** What a JSON parameter file sets. A secret of a key vault is set, and not known. */
export function givenByFile(file: Value): Given {
  const parameters = lookup(file, ['parameters'], true);
  return (name) => {
    const found = parameters?.kind === 'map' ? entry(parameters, name, true) : undefined;
    if (!found) return undefined;
    const { value: passed } = found;
    const written = passed.kind === 'map' ? entry(passed, 'value', true)?.value : undefined;
    if (written) return through(withTokens(written), found.keySpan, `parameter ${name}`);
    const secret = stringOf(lookup(passed, ['reference', 'secretName'], true));
    if (secret === undefined) return undefined;
    const label = `secret ${secret}`;
    return undetermined(label, [label], passed.origin);
  };
}

/** The later of several sources wins, file by file, as the command line applies them. */
export function givenByAll(sources: readonly Given[]): Given {
  return (name) => sources.reduceRight<Value | undefined>((found, source) => found ?? source(name), undefined);
}

/** Names that a JSON parameter file sets. */
export function namesInFile(file: Value): readonly string[] {
  const parameters = lookup(file, ['parameters'], true);
  return parameters?.kind === 'map' ? [...parameters.entries.keys()] : [];
}
