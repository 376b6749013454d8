/** Which language a file is written in, for fixes that land in another file than the resource's own. */
import type { Writer } from '../../evaluation/resource.js';
import { bicepWriter } from '../../syntax/bicep/writer.js';
import { hclWriter } from '../../syntax/hcl/writer.js';
import { armWriter, jsonWriter } from '../../syntax/json/writer.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';

/** The writer of a file's language, by its name; undefined when there is none for it. */
export function writerOf(path: string): Writer | undefined {
  return writers.find(({ names }) => names.test(path))?.writer;
}

const writers: readonly { readonly names: RegExp; readonly writer: Writer }[] = [
  { names: /\.bicep(param)?$/i, writer: bicepWriter },
  { names: /\.(tf|tofu|tfvars|hcl)$/i, writer: hclWriter },
  { names: /\.(tf(vars)?|tofu)\.json$/i, writer: jsonWriter },
  { names: /\.jsonc?$/i, writer: armWriter },
  { names: /\.ya?ml$/i, writer: yamlWriter },
];
