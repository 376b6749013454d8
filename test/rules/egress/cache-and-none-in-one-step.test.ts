import { cacheAndNoneInOneStep } from '../../../src/rules/egress/cache-and-none-in-one-step.js';
import { changes, cluster, known, waiting } from '../../support/subjects.js';

const made = (artifactSource: string, outboundType: string) =>
  cluster({ egress: { artifactSource: known(artifactSource), outboundType: known(outboundType) } });

test.each([['none'], ['block']])('bad: the cache, and %s', (type) => {
  const [found] = changes(cacheAndNoneInOneStep, made('direct', 'loadBalancer'), made('cache', type));
  expect(found?.message).toMatch(
    /^The existing cluster aks gets an image cache and loses its egress in the same deployment/,
  );
});

test('good: one step after the other', () => {
  const steps = [made('direct', 'loadBalancer'), made('cache', 'loadBalancer'), made('cache', 'none')] as const;
  expect(changes(cacheAndNoneInOneStep, steps[0], steps[1])).toEqual([]);
  expect(changes(cacheAndNoneInOneStep, steps[1], steps[2])).toEqual([]);
});

test('undetermined: an outbound type that a parameter names', () => {
  const open = cluster({ egress: { outboundType: waiting('param type') } });
  expect(changes(cacheAndNoneInOneStep, made('direct', 'loadBalancer'), open)).toEqual([]);
});
