// Jest runs the TypeScript sources through the same tool that bundles them; types are checked by `npm run types`.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = {
  loader: 'ts',
  format: 'esm',
  target: 'node20',
  // Node 20 has import attributes since 20.10; esbuild counts from 20.0 and would drop `with { type: 'json' }`.
  supported: { 'import-attributes': true },
  sourcemap: 'inline',
  sourcesContent: true,
};

export default {
  canInstrument: false,
  getCacheKey: (text, path, { instrument }) =>
    createHash('sha256')
      .update([version, JSON.stringify(options), path, text, String(instrument)].join('\0'))
      .digest('hex'),
  process: (text, path) => ({ code: transformSync(text, { ...options, sourcefile: path }).code }),
};
