import { noneWithoutCache } from '../../../src/rules/egress/none-without-cache.js';
import { byDefault, check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

test.each(['none', 'block'])('bad: %s without a cache', (type) => {
  const egress = { outboundType: known(type), artifactSource: byDefault('direct', 'artifactSource') };
  const [found] = check(noneWithoutCache, cluster({ egress }));
  expect(found?.message).toBe(
    `Egress of aks is not as closed as it looks: outbound type ${type}, but images still come from the Internet by default.`,
  );
  expect(found?.level).toBe('private');
  expect(fixOf(found)).toBe('artifactSource = "Cache"');
});

test('good: with a cache, or with another outbound type', () => {
  expect(check(noneWithoutCache, cluster())).toEqual([]);
  const egress = { outboundType: known('userDefinedRouting'), artifactSource: known('direct') };
  expect(check(noneWithoutCache, cluster({ egress }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(noneWithoutCache, cluster({ egress: { artifactSource: waiting('param source') } }))).toEqual([]);
});
