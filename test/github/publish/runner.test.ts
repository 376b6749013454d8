import { annotationsOf } from '../../../src/github/publish/annotations.js';
import { byteLength } from '../../../src/github/publish/limits.js';
import { logLine } from '../../../src/github/publish/runner.js';
import { hostileTexts } from '../../report/hostile.js';
import { finding, report } from '../../report/sample.js';

/** Whether the runner takes a line for a command: at its start behind blanks, or in the old form anywhere. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line) || line.includes('##[');
}

test.each(hostileTexts)('a log line with %s is no command and stays one line', (_name, text) => {
  for (const line of [logLine(text), logLine(`  ${text}`)]) {
    expect(isCommand(line)).toBe(false);
    expect(line.split(/[\r\n\u2028\u2029\u0085]/)).toHaveLength(1);
  }
});

test.each(hostileTexts)('an annotation about %s stays within the limits', (_name, text) => {
  const hostile = finding({ title: text, message: text, remedy: text, path: text, way: [] });
  const [annotation] = annotationsOf(report({ findings: [hostile] }));
  expect(byteLength(annotation!.title)).toBeLessThanOrEqual(255);
  expect(byteLength(annotation!.message)).toBeLessThanOrEqual(64_000);
  expect(annotation!.title + annotation!.message).not.toMatch(
    /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
  );
});

test('columns only where a finding stands on one line', () => {
  const [one, two] = annotationsOf(
    report({
      findings: [
        finding({ startLine: 1, endLine: 1, startColumn: 3, endColumn: 9 }),
        finding({ startLine: 2, endLine: 3, startColumn: 9, endColumn: 3 }),
      ],
    }),
  );
  expect(one!.columns).toEqual({ start: 3, end: 9 });
  expect(two!.columns).toBeUndefined();
});
