import type { Overlay } from './built.js';
import { built } from './built.js';

/** One object under one JSON patch. @param target flow or block, on one line */
export function jsonPatched(resource: string, patch: string, target = 'kind: Service'): Promise<Overlay> {
  const written = target.startsWith('{') ? target : `{${target}}`;
  return built({
    'web.yaml': resource,
    'kustomization.yaml': `resources: [web.yaml]\npatches:\n  - target: ${written}\n    path: patch.yaml\n`,
    'patch.yaml': `${patch}\n`,
  });
}
