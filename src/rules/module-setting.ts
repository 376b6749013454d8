/** What the rules about arguments of module calls that do nothing share, and what rules say of modules that decide. */
import type { Fact } from '../posture/fact.js';
import type { IgnoredArgument } from '../posture/model.js';
import type { JudgedCluster } from '../scoring/judge.js';
import type { Discovery } from './rule.js';

/** One discovery for each ignored argument that bears on a dimension. */
export function ignoredArguments({ subject }: JudgedCluster, about: IgnoredArgument['about']): readonly Discovery[] {
  return subject.ignored
    .filter((argument) => argument.about === about)
    .map(({ name, module, origin, reason }) => ({
      message: `The argument ${name} of ${subject.name} does nothing: ${module} takes it and drops it without a word (${reason}).`,
      origin,
      key: name,
    }));
}

/** The remedy where a published module leaves no choice. Spread into a discovery. */
export function unlessFixed(fact: Fact<unknown>): { readonly remedy?: string } {
  const published = fact.known ? fact.origin.published : undefined;
  if (published?.fixed !== true) return {};
  return {
    remedy: `The module ${published.by} has no parameter for this. Take a version or a module that has one, or declare the cluster itself.`,
  };
}
