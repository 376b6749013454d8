/** Built objects as resources of what deploys them. */
import { lookup } from '../../syntax/value.js';
import type { Mapping } from '../../syntax/value.js';
import { writerOf } from '../kubernetes/documents.js';
import { typeText } from '../kubernetes/objects.js';
import { numbered, resourceOf } from '../kubernetes/resource.js';
import type { BuiltObject } from '../kustomize/build.js';
import type { Format, Resource } from '../resource.js';
import type { Built, Expansion, ReleaseParts } from '../releases/parts.js';

/** @param within what they are built of, which deploys nothing inside itself */
export function asResources(
  { objects, others = [], problems }: Built,
  deployer: Resource,
  format: Format,
  within: string,
): Expansion {
  const resources = objects.map(({ value, file, uses }) => {
    const made = resourceOf(value, deployer.root, format, writerOf(file));
    const calls = [...(deployer.calls ?? []), ...uses];
    return {
      ...made,
      address: `${deployer.address}/${made.address}`,
      ...(calls.length > 0 ? { calls } : {}),
      ...(deployer.condition ? { condition: deployer.condition } : {}),
    };
  });
  const beside = others.map((each) => ({ ...each, address: `${deployer.address}/${each.address}` }));
  return { resources: numbered([...resources, ...beside]), problems, within };
}

/** Built objects after further fields of a kustomization; what brought them there is kept. */
export function overlaid(
  built: Built,
  fields: Mapping | undefined,
  folder: string,
  parts: ReleaseParts,
  files: Parameters<ReleaseParts['transformed']>[3],
): Built | undefined {
  if (!fields) return built;
  const changed = parts.transformed(
    built.objects.map(({ value }) => value),
    fields,
    folder,
    files,
  );
  if (!changed) return undefined;
  const before = new Map(built.objects.map((object) => [keyOf(object.value), object]));
  const objects = changed.objects.map((object): BuiltObject => {
    const earlier = before.get(keyOf(object.value));
    return earlier ? { ...object, file: earlier.file, uses: [...earlier.uses, ...object.uses] } : object;
  });
  const others = [...(built.others ?? []), ...(changed.others ?? [])];
  return { objects, others, problems: [...built.problems, ...changed.problems] };
}

/** Where an object is written: nothing that changes it takes that away. */
function keyOf(object: Mapping): string {
  const name = lookup(object, ['metadata', 'name']);
  const { span } = name?.origin ?? object.origin;
  return `${typeText(object, 'kind') ?? ''} ${span.file.path} ${span.start}`;
}
