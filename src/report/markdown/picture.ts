/** The ways in and out as a Mermaid picture, and the same in words for readers and mail programs that do not draw it. */
import type { Dimension } from '../../scoring/ladder.js';
import type { ReportedSubject } from '../report.js';
import { visible } from '../visible.js';
import type { Place, Way, Ways, WayState } from '../ways.js';
import { placeName } from '../ways.js';
import { code, fence, item, serialize, text } from './nodes.js';

/** Empty when there is nothing to draw. */
export function mermaid({ ways }: Ways): string {
  if (ways.length === 0) return '';
  const ids = new Map<string, string>();
  const nodes: string[] = [];
  const idOf = (key: string, draw: (id: string) => string): string => {
    let id = ids.get(key);
    if (id === undefined) {
      id = `n${ids.size}`;
      ids.set(key, id);
      nodes.push(`  ${draw(id)}`);
    }
    return id;
  };
  const edges = ways.map((way) => {
    const place = idOf(way.place, (id) => drawPlace(id, way.place));
    const subject = idOf(`${side(way.dimension)} ${way.subject.id}`, (id) => drawSubject(id, way));
    const [from, to] = way.dimension === 'egress' ? [subject, place] : [place, subject];
    return `  ${from} ${line(way.state)} ${to}`;
  });
  return serialize(fence('mermaid', ['flowchart LR', ...nodes, ...edges].join('\n')));
}

function side(dimension: Dimension): string {
  return dimension;
}

function drawPlace(id: string, place: Place): string {
  return place === 'internet' ? `${id}((${placeName[place]}))` : `${id}([${placeName[place]}])`;
}

function drawSubject(id: string, { dimension, subject }: Way): string {
  return `${id}["${what(dimension, subject)}<br/>${label(subject.name)}"]`;
}

function what(dimension: Dimension, { kind }: ReportedSubject): string {
  switch (dimension) {
    case 'api':
      return 'API server';
    case 'ingress':
      return kind === 'cluster' ? 'Cluster add-ons' : 'Entry point';
    case 'egress':
      return kind === 'cluster' ? 'Nodes and pods' : 'Egress path';
  }
}

function line(state: WayState): string {
  switch (state) {
    case 'now':
      return '==>|now|';
    case 'before':
      return '-.->|before|';
    case 'unchanged':
      return '-->';
  }
}

/**
 * Mermaid reads quotes, `#…;` entities, Markdown in backticks, HTML, `%%{…}%%` directives and some words in a label: all
 * but letters, digits and a few marks are written as its numeric entities.
 */
export function label(name: string): string {
  return visible(name, 60).replace(
    /[^\p{L}\p{N}\p{M} ./_,-]/gu,
    (character) => `#${String(character.codePointAt(0) ?? 0)};`,
  );
}

/** The picture in words, an item each. */
export function inWords({ ways }: Ways): readonly string[] {
  return ways.map(({ dimension, subject, place, state }) => {
    const subjectNodes = [text(`${what(dimension, subject)} `), code(subject.name, 80)];
    const placeNode = text(placeName[place]);
    const way =
      dimension === 'egress' ? [...subjectNodes, text(' → '), placeNode] : [placeNode, text(' → '), ...subjectNodes];
    return item(...way, ...(state === 'unchanged' ? [] : [text(` (${state})`)]));
  });
}
