import { escapeHtml, markup } from '../../src/report/html/markup.js';
import { htmlReport } from '../../src/report/html.js';
import { hasHidden } from '../../src/report/visible.js';
import { hostileTexts } from './hostile.js';
import { lines, linesOfText, pullRequest, report, reportOf } from './sample.js';

test('a page has the levels, the findings with code and fix, and everything else that was found', () => {
  const page = htmlReport(pullRequest, { lines });
  expect(page).toContain(
    '<h1>AKS privacy: this pull request opens the API server and one way in; closes one way out</h1>',
  );
  expect(page).toContain('<th>API</th><td>isolated · 100</td><td><span class="open">open · 0 ▼</span></td>');
  expect(page).toContain('<pre>1 │ exposure = &#34;partner&#34;\n</pre>');
  expect(page).toContain('<span class="added">+   annotations:</span>');
  expect(page).toContain('<li>Virtual network → API server of <code>aks-prod</code> (before)</li>');
  expect(page.match(/<h2>.*<\/h2>/g)).toEqual([
    '<h2>Ways in and out</h2>',
    '<h2>Introduced (2)</h2>',
    '<h2>There before (1)</h2>',
    '<h2>Not decided by the text (1)</h2>',
    '<h2>Problems (1)</h2>',
    '<h2>Fixed (1)</h2>',
    '<h2>Accepted by a suppression (1)</h2>',
  ]);
});

test('a page stands alone: no script, and no address that a browser would load', () => {
  const page = htmlReport(pullRequest, { lines });
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/);
});

test('an empty report is a page too', () => {
  expect(htmlReport(report(), { lines })).not.toContain('<h2>');
});

test('templates escape what is put into them, but for markup', () => {
  expect(markup`<p title="${'"><b>'}">${['<', markup`<i>${1}</i>`]}${undefined}</p>`.html).toBe(
    '<p title="&#34;&#62;&#60;b&#62;">&#60;<i>1</i></p>',
  );
});

test.each(hostileTexts)('%s adds no tag to the page', (_, evil) => {
  const page = htmlReport(reportOf(evil), { lines: linesOfText(evil) });
  expect(hasHidden(page, '\n')).toBe(false);
  const tags = (html: string): string[] => [...new Set(html.match(/<[^>]*>/g))].sort();
  const known = new Set(tags(htmlReport(reportOf('a\nb'), { lines: linesOfText('a') })));
  expect(tags(page).filter((tag) => !known.has(tag))).toEqual([]);
  expect(escapeHtml(evil)).not.toMatch(/[<>"'`]/);
});
