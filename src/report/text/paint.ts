/** Colours of a terminal, passed in: a function each, the identity where there are none. Picocolors has this shape. */
import type { Level } from '../../scoring/ladder.js';
import type { Severity } from '../report.js';

export type Style = (text: string) => string;

export interface Paint {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly green: Style;
  readonly yellow: Style;
  readonly cyan: Style;
}

const plainStyle: Style = (text) => text;

export const plain: Paint = {
  bold: plainStyle,
  dim: plainStyle,
  red: plainStyle,
  green: plainStyle,
  yellow: plainStyle,
  cyan: plainStyle,
};

export function severityStyle(paint: Paint, severity: Severity): Style {
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'notice':
      return paint.cyan;
  }
}

export function levelStyle(paint: Paint, level: Level): Style {
  switch (level) {
    case 'open':
      return paint.red;
    case 'restricted':
    case 'unknown':
      return paint.yellow;
    case 'private':
    case 'isolated':
      return paint.green;
  }
}
