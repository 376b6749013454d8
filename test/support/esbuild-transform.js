// Jest runs the TypeScript sources through the same tool that bundles them; types are checked by `npm run types`.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

const options = { loader: 'ts', format: 'esm', target: 'node20', sourcemap: 'inline', sourcesContent: true };

export default {
  canInstrument: false,
  getCacheKey: (text, path, { instrument }) =>
    createHash('sha256')
      .update([version, JSON.stringify(options), path, text, String(instrument)].join('\0'))
      .digest('hex'),
  process: (text, path) => ({ code: transformSync(text, { ...options, sourcefile: path }).code }),
};
