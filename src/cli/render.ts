/** From a report to the text of a format. Each renderer is loaded when it is asked for. */
import type { Lines } from '../report/lines.js';
import { linesOf } from '../report/lines.js';
import type { Report } from '../report/report.js';
import { SourceFile } from '../syntax/source.js';
import type { Decoder } from '../tree/source-cache.js';
import type { Tree } from '../tree/tree.js';

export type ReportFormat = 'text' | 'json' | 'sarif' | 'markdown' | 'html';

export interface RenderContext {
  readonly head: Tree;
  readonly decode: Decoder;
  readonly colour: boolean;
  readonly columns?: number;
  readonly all: boolean;
}

const narrowest = 60;
const widest = 120;

export async function render(report: Report, format: ReportFormat, context: RenderContext): Promise<string> {
  switch (format) {
    case 'json': {
      const { jsonReport } = await import('../report/json.js');
      return jsonReport(report);
    }
    case 'markdown': {
      const { summaryMarkdown } = await import('../report/markdown.js');
      return `${summaryMarkdown(report, { change: 'this change', unfolded: true, limit: Infinity })}\n`;
    }
    case 'sarif': {
      const { sarifReport } = await import('../report/sarif.js');
      return sarifReport(report);
    }
    case 'html': {
      const { htmlReport } = await import('../report/html.js');
      return htmlReport(report, { lines: await linesFor(report, context), change: 'this change' });
    }
    case 'text': {
      const [{ textReport }, { default: picocolors }] = await Promise.all([
        import('../report/text.js'),
        import('picocolors'),
      ]);
      return textReport(report, {
        lines: await linesFor(report, context),
        paint: picocolors.createColors(context.colour),
        width: Math.min(widest, Math.max(narrowest, context.columns ?? 100)),
        all: context.all,
      });
    }
  }
}

/** The lines that findings and their fixes show, from the head. */
async function linesFor(report: Report, { head, decode }: RenderContext): Promise<Lines> {
  const paths = new Set(
    report.findings
      .filter(({ status }) => status !== 'fixed')
      .flatMap(({ path, fix }) => [path, ...(fix?.edits ?? []).map((edit) => edit.path)]),
  );
  const contents = await head.read([...paths]);
  const files = new Map<string, SourceFile>();
  for (const [path, content] of contents) {
    const decoded = 'bytes' in content ? decode(path, content.bytes) : undefined;
    if (decoded instanceof SourceFile) files.set(path, decoded);
  }
  return linesOf(files);
}
