/**
 * References to what only the deployment decides: `azurerm_subnet.nodes.id`. They are undetermined values whose expression
 * is the reference itself, with the modules in front, so that they stay recognisable wherever they travel.
 */
import { undetermined, type Origin, type Undetermined, type Value } from '../../syntax/value.js';

export interface Reference {
  /** As resources have it: `module.network.azurerm_subnet.nodes["a"]`. */
  readonly address: string;
  /** What of it: `id`, `identity[0].principal_id`; empty for the resource as a whole. */
  readonly path: string;
  /** A data source: nothing that this root deploys. */
  readonly isData: boolean;
}

const name = String.raw`[\p{ID_Start}_][\p{ID_Continue}-]*`;
const key = String.raw`\[(?:\d+|"(?:[^"\\]|\\.)*"|\*|\?)\]`;
const pattern = new RegExp(
  String.raw`^((?:module\.${name}(?:${key})?\.)*(data\.)?${name}\.${name}(?:${key})?)((?:\.${name}|${key})*)$`,
  'u',
);

/** Which reference a value is; `undefined` when it is none, or was computed from one. */
export function referenceOf(value: Value): Reference | undefined {
  if (value.kind !== 'undetermined' || value.waitsFor.length !== 1) return undefined;
  const { expression } = value;
  if (!expression.startsWith(value.waitsFor[0] ?? '')) return undefined;
  const [, address, data, path] = pattern.exec(expression) ?? [];
  if (address === undefined || /^(?:module\..*\.)?(?:var|local)\./.test(address)) return undefined;
  return { address, path: (path ?? '').replace(/^\./, ''), isData: data !== undefined };
}

/** A part of something that the text does not decide: `.id`, `["a"]`. */
export function extend(value: Undetermined, step: string, origin: Origin = value.origin): Undetermined {
  const expression = `${value.expression}${step}`;
  const reference = referenceOf(value);
  // What a data source or variable gives waits for it as a whole; of a resource, the attribute is what is joined by, and of the
  // state of another root, the output is what somebody has to look up.
  const isPart = reference && (!reference.isData || /(?:^|\.)data\.terraform_remote_state\./.test(reference.address));
  const waitsFor = isPart ? [expression] : value.waitsFor;
  return undetermined(expression, waitsFor, origin);
}

export function reference(address: string, origin: Origin): Undetermined {
  return undetermined(address, [address], origin);
}

/** An id that the deployment fills in: not known, but never null. */
export function isNeverNull(value: Value): boolean {
  if (
    value.kind === 'undetermined' &&
    (value.parts ??
      value.candidates?.every((one) => one.kind !== 'undetermined' && !(one.kind === 'scalar' && one.value === null)))
  ) {
    return true;
  }
  return referenceOf(value)?.path === 'id';
}
