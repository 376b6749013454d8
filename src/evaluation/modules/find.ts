import type { ModuleCall } from './call.js';
import type { PublishedModule } from './definition.js';

/** The definition of the module that a call names, by its address in the registry or by its repository. */
export function moduleFor(call: ModuleCall, modules: readonly PublishedModule[]): PublishedModule | undefined {
  const same = (a: string | undefined, b: string | undefined): boolean => a?.toLowerCase() === b?.toLowerCase();
  return modules.find(
    (module) =>
      module.language === call.language &&
      same(module.submodule, call.submodule) &&
      (call.repository === undefined ? same(module.source, call.source) : same(module.repository, call.repository)),
  );
}
