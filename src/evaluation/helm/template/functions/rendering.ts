/** `include`, `tpl` and `lookup`. */
import { dict } from '../data/data.js';
import { isOpen } from '../data/holes.js';
import { argument, stringAt, textAt } from './arguments.js';
import type { Functions } from './function.js';
import { lenient, unknown } from './function.js';

export const RENDERING: Functions = {
  include: lenient((args, call) => {
    if (isOpen(argument(args, 0))) return unknown(call);
    const name = stringAt(args, 0);
    // A definition that is not there comes with a chart that is not in the tree.
    return call.include(name, argument(args, 1)) ?? unknown(call, [`template ${name}`]);
  }),
  tpl: lenient((args, call) => {
    const template = argument(args, 0);
    return template.kind === 'open' ? template : call.tpl(textAt(args, 0), argument(args, 1));
  }),
  // Helm finds nothing when it renders without a cluster.
  lookup: lenient(() => dict([])),
};
