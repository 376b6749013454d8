/** Values as YAML and back: what is inside keeps its origins. */
import { SourceFile } from '../../../../syntax/source.js';
import { parseYaml } from '../../../../syntax/yaml/parser.js';
import type { Data, Text } from '../data/data.js';
import { dict, open, sequence } from '../data/data.js';
import { fromValue } from '../data/from-value.js';
import { holesIn } from '../data/holes.js';
import { text } from '../data/text.js';
import { rebase } from '../output/rebase.js';
import { markStructure } from '../output/structure.js';
import { argument, textAt } from './arguments.js';
import type { Call, Functions } from './function.js';
import { lenient, unknown } from './function.js';
import { emitYaml } from './yaml-emitter.js';

const toYaml = lenient((args, call) => emitYaml(argument(args, 0), call));

export const YAML: Functions = {
  toYaml,
  mustToYaml: toYaml,
  toYamlPretty: toYaml,
  fromYaml: lenient((args, call) => parsed(args, call, 'dict')),
  fromYamlArray: lenient((args, call) => parsed(args, call, 'list')),
};

function parsed(args: readonly Data[], call: Call, kind: 'dict' | 'list'): Data {
  const data = argument(args, 0);
  if (data.kind === 'open') return open({ ...data.value, expression: call.expression });
  const whole: Text = markStructure(textAt(args, 0));
  call.work(whole.value.length / 50);
  const { file } = call.span;
  const { result, problems } = parseYaml(new SourceFile(file.path, whole.value));
  const [problem] = problems;
  const [value] = result;
  if (problem || !value) {
    const [hole] = holesIn(whole.value, call.holes);
    if (hole) return unknown(call, hole.waitsFor);
    if (!problem) return kind === 'dict' ? dict([]) : sequence([]);
    return kind === 'dict' ? dict([['Error', text(problem.message)]]) : sequence([text(problem.message)]);
  }
  const read = fromValue(rebase(value, whole, call.holes, call.span));
  if (read.kind === kind || read.kind === 'open') return read;
  if (read.kind === 'nil') return kind === 'dict' ? dict([]) : sequence([]);
  const message = text('error unmarshaling JSON: json: cannot unmarshal into Go value');
  return kind === 'dict' ? dict([['Error', message]]) : sequence([message]);
}
