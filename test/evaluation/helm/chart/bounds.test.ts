import { problemsIn, serviceTemplate, shop, values, waysIn } from '../charts.js';

describe('hostile charts end', () => {
  test('of parts that multiply', async () => {
    const level = (name: string, next: string): Record<string, string> => ({
      [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\ndependencies:\n${Array.from(
        { length: 30 },
        (_, index) =>
          `  - { name: ${next}, alias: p${String(index)}, version: 1.0.0, repository: "file://../${next}" }\n`,
      ).join('')}`,
    });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const files = Object.assign({}, ...names.map((name, at) => level(name, names[at + 1] ?? 'shop'))) as Record<
      string,
      string
    >;
    await expect(waysIn({ ...shop('LoadBalancer'), ...files })).resolves.toBeDefined();
  });

  test('with values that nest too deep, and say so', async () => {
    const deep = `a: ${'{b: '.repeat(2_000)}1${'}'.repeat(2_000)}\n`;
    expect(await problemsIn({ ...shop('LoadBalancer'), 'shop/values-x.yaml': deep })).toEqual(
      expect.arrayContaining([expect.stringContaining('nested deeper')]),
    );
  });

  test('whose values are of the wrong type', async () => {
    const files = { ...shop('x'), 'shop/values.yaml': 'service: just words\n' };
    expect(await problemsIn(files)).toEqual([expect.stringMatching(/^shop\/templates\/service\.yaml:/)]);
  });

  test('without a name, a version, or anything', async () => {
    for (const text of ['{}\n', '', '- a\n', 'name: {a: b}\n', 'name: [\n']) {
      const files = {
        'shop/Chart.yaml': text,
        'shop/values.yaml': values('LoadBalancer'),
        'shop/templates/service.yaml': serviceTemplate,
      };
      await expect(waysIn(files)).resolves.toBeDefined();
    }
  });
});
