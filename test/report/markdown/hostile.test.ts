import { bytes, inlineBody, summaryLimit, summaryMarkdown } from '../../../src/report/markdown.js';
import { hasHidden } from '../../../src/report/visible.js';
import { hostileTexts } from '../hostile.js';
import { linesOfText, reportOf } from '../sample.js';
import { effectsOf } from './read.js';

const links = {
  fileUrl: (path: string, line: number): string =>
    `https://github.example/o/r/blob/sha/${encode(path)}#L${String(line)}`,
  docsUrl: (path: string): string => `https://github.example/docs/${path}`,
};

function encode(path: string): string {
  return encodeURIComponent(path.slice(0, 200).replace(/\p{Cs}/gu, ''));
}

function expectHarmless(markdown: string, ownHtml: RegExp, headings: number): void {
  expect(hasHidden(markdown, '\n')).toBe(false);
  expect(markdown).not.toMatch(/<!--|-->|##\[/);
  expect(markdown.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([]);
  const effects = effectsOf(markdown);
  expect(effects.text).not.toMatch(/@[\w-]|#\d|GH-\d|:\/\/|www\.|mailto:|:[a-z+]\w*:/i);
  expect(effects.html.filter((html) => !ownHtml.test(html))).toEqual([]);
  expect(effects.links.filter((url) => !url.startsWith('https://github.example/'))).toEqual([]);
  expect(effects.images).toBe(0);
  expect(effects.headings).toBe(headings);
}

describe.each(hostileTexts)('%s', (_, evil) => {
  const report = reportOf(evil);

  test('does no harm in a summary', () => {
    const markdown = summaryMarkdown(report, { ...links, notes: [`Refused: ${evil}`], baseName: evil });
    expectHarmless(markdown, /^(<details><summary>[\w ·]+<\/summary>|<\/details>|<\/?sub>)$/, 1);
    expect(effectsOf(markdown).fences.filter((language) => language !== 'mermaid')).toEqual([]);
    const [header = '', ...rows] = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(cells(row)).toBe(cells(header));
    expect(bytes(markdown)).toBeLessThanOrEqual(summaryLimit);
  });

  test.each([true, false])('does no harm in a comment (suggestion allowed: %s)', (suggestion) => {
    for (const finding of report.findings) {
      const subject = report.subjects[0]!;
      const markdown = inlineBody(finding, { ...links, subject, suggestion, lines: linesOfText(evil) });
      expectHarmless(markdown, /^<\/?sub>$/, 0);
      expect(effectsOf(markdown).fences.filter((language) => !/^(suggestion|diff)$/.test(language))).toEqual([]);
      expect(bytes(markdown)).toBeLessThan(40_000);
    }
  });
});

/** GitHub splits a row at every pipe that has no backslash before it. */
function cells(row: string): number {
  return row.replace(/\\\|/g, '').split('|').length;
}
