/** Runs template bodies. */
import { undetermined } from '../../../../syntax/value.js';
import type { Undetermined } from '../../../../syntax/value.js';
import type { Data, Text } from '../data/data.js';
import { held, int, open } from '../data/data.js';
import { print, sortedKeys } from '../data/format.js';
import { hasHoles, holeText, holesIn } from '../data/holes.js';
import { concat, passed, text } from '../data/text.js';
import type { Body, TemplateNode } from '../syntax/nodes.js';
import type { Frame } from './evaluate.js';
import { evaluatePipeline, variable } from './evaluate.js';
import { TemplateFault } from './fault.js';
import { includeTemplate } from './include.js';
import type { Session } from './session.js';
import { decide, holds, produce, spend } from './session.js';
import type { Definition } from './source.js';
import { excerpt } from './source.js';

type Node<Kind extends TemplateNode['kind']> = TemplateNode & { readonly kind: Kind };
type Flow = 'on' | 'break' | 'continue';

/** The text that a template writes for a dot. @throws TemplateFault */
export function execute(session: Session, { body, source }: Definition, dot: Data): Text {
  const written: Text[] = [];
  runBody(session, { source, dot, variables: [{ name: '', value: dot }] }, body, written);
  return concat(written);
}

function runBody(session: Session, frame: Frame, body: Body, written: Text[]): Flow {
  const { length } = frame.variables;
  let flow: Flow = 'on';
  for (const node of body) {
    flow = runNode(session, frame, node, written);
    if (flow !== 'on') break;
  }
  frame.variables.length = Math.min(frame.variables.length, length);
  return flow;
}

function runNode(session: Session, frame: Frame, node: TemplateNode, written: Text[]): Flow {
  spend(session);
  switch (node.kind) {
    case 'text':
      write(session, frame.source.literal(node), written);
      return 'on';
    case 'action': {
      const value = evaluatePipeline(session, frame, node.pipeline);
      if (node.pipeline.variables.length > 0) return 'on';
      const name = excerpt(frame.source, node.pipeline);
      // Go's text for a missing value, which a template may read back; Helm takes it out of the result.
      const printed = value.kind === 'nil' ? text('<no value>', value.origin) : print(value, session.holes);
      write(session, passed(printed, frame.source.place(node), name), written);
      return 'on';
    }
    case 'template': {
      const dot = node.pipeline ? evaluatePipeline(session, frame, node.pipeline) : ({ kind: 'nil' } as const);
      const span = frame.source.place(node);
      const found = includeTemplate(session, node.name, dot);
      const missing = (): Text =>
        holeText(
          open(undetermined(excerpt(frame.source, node), [`template ${node.name}`], { span, from: [] })),
          session.holes,
        );
      write(session, passed(found ?? missing(), span, `template ${node.name}`), written);
      return 'on';
    }
    case 'if':
    case 'with':
      return runBranch(session, frame, node, written);
    case 'range':
      return runRange(session, frame, node, written);
    case 'break':
    case 'continue':
      return node.kind;
  }
}

function runBranch(session: Session, frame: Frame, node: Node<'if' | 'with' | 'range'>, written: Text[]): Flow {
  const { length } = frame.variables;
  const value = evaluatePipeline(session, frame, node.pipeline);
  const taken = holds(session, value);
  const inner = taken && node.kind === 'with' ? { ...frame, dot: value } : frame;
  const flow = runBody(session, inner, taken ? node.body : node.otherwise, written);
  frame.variables.length = length;
  return flow;
}

/** What a range goes over: keys with their values, and what may follow that is not decided. */
interface Elements {
  readonly known: readonly (readonly [Data, Data])[];
  readonly rest?: Undetermined;
}

function runRange(session: Session, frame: Frame, node: Node<'if' | 'with' | 'range'>, written: Text[]): Flow {
  const { length } = frame.variables;
  const { variables, assigns } = node.pipeline;
  const value = evaluatePipeline(session, frame, { ...node.pipeline, variables: [] });
  const elements = elementsOf(session, value, frame, node);
  const run = (key: Data, element: Data): Flow => {
    spend(session);
    const names = variables.length === 1 ? [element] : [key, element];
    variables.forEach((name, index) => {
      const bound = names[index] ?? element;
      if (assigns) variable(frame, name).value = bound;
      else frame.variables.push({ name, value: bound });
    });
    const flow = runBody(session, { ...frame, dot: element }, node.body, written);
    frame.variables.length = length;
    return flow;
  };
  let ran = false;
  for (const [key, element] of elements.known) {
    ran = true;
    if (run(key, element) === 'break') return 'on';
  }
  const { rest } = elements;
  if (rest && decide(session, rest)) {
    ran = true;
    const part = undetermined(`${rest.expression}[]`, rest.waitsFor, rest.origin);
    run(open(undetermined(`key of ${rest.expression}`, rest.waitsFor, rest.origin)), open(part));
  }
  return ran ? 'on' : runBody(session, frame, node.otherwise, written);
}

function elementsOf(session: Session, value: Data, frame: Frame, node: TemplateNode): Elements {
  const withRest = (rest: Undetermined | undefined): { readonly rest?: Undetermined } => (rest ? { rest } : {});
  switch (value.kind) {
    case 'nil':
      return { known: [] };
    case 'list':
      return { known: value.items.map((item, index) => [int(index), held(item)] as const), ...withRest(value.rest) };
    case 'dict':
      return {
        known: sortedKeys(value.entries).flatMap((key) => {
          const item = value.entries.get(key);
          return item ? [[text(key, item.origin), held(item.value)] as const] : [];
        }),
        ...withRest(value.rest),
      };
    case 'int':
    case 'int64':
      spend(session, Math.max(0, value.value));
      return {
        known: Array.from({ length: Math.max(0, value.value) }, (_, index) => [int(index), int(index)] as const),
      };
    case 'open':
      return { known: [], rest: value.value };
    case 'string': {
      const [hole] = hasHoles(value.value) ? holesIn(value.value, session.holes) : [];
      if (hole) return { known: [], rest: hole };
      break;
    }
    case 'object': {
      const elements = value.elements?.();
      if (elements) return { known: elements.map(([key, element]) => [text(key), element] as const) };
      break;
    }
    case 'bool':
    case 'float64':
  }
  const error = new TemplateFault(`range can't iterate over ${value.kind}`);
  error.place = frame.source.place(node);
  throw error;
}

function write(session: Session, piece: Text, written: Text[]): void {
  produce(session, piece.value.length);
  written.push(piece);
}
