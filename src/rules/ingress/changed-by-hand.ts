import { rule } from '../define.js';

export const changedByHand = rule(
  {
    id: 'ingress/changed-by-hand',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A command changes a way in that is declared elsewhere',
    rationale:
      'What kubectl annotate and kubectl patch change is not in the declaration: the next sync of Helm, Flux or Argo CD can take it back, and a new cluster starts without it. Who reads the declaration sees another exposure than the cluster has.',
    remedy:
      'Write it where the object is declared: in the manifest, the values of the chart, or a patch of the overlay.',
  },
  (judged) => {
    if (judged.kind !== 'entry-point' || judged.subject.via !== 'changed-by-hand') return [];
    const { command, key, removes, target, declared, heading } = judged.subject;
    const { file, start } = declared?.span ?? heading;
    const where = declared ? ` (${file.path}:${file.position(start).line})` : '';
    const what = removes ? `takes ${key} away from ${target}` : `sets ${key} on ${target}`;
    return [
      {
        message: `${command} ${what} past its declaration${where}: the next sync can take that back, and a new cluster starts without it.`,
        origin: { span: heading, from: [] },
        key: `${command} ${key}`,
      },
    ];
  },
);
