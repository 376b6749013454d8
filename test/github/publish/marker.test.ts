import { bodyLimit, byteLength, clip, withLast } from '../../../src/github/publish/limits.js';
import type { Marker } from '../../../src/github/publish/marker.js';
import { keyOf, markerOf, markerText, scopeOf } from '../../../src/github/publish/marker.js';
import { hostileTexts } from '../../report/hostile.js';

const markers: readonly Marker[] = [
  { kind: 'finding', fingerprint: '0123456789abcdef', resolved: false },
  { kind: 'finding', fingerprint: '0123456789abcdef', resolved: true },
  { kind: 'summary', head: 'a'.repeat(40) },
];

test.each(markers)('%j is read as it was written', (marker) => {
  for (const scope of ['', scopeOf('Another name')]) {
    expect(markerOf(`Text\n${markerText(marker, scope)}\n`, scope)).toEqual(marker);
    expect(markerOf(`Text\r\n${markerText(marker, scope)}`, scope)).toEqual(marker);
  }
});

test('a mark of another use of the action is not ours', () => {
  const text = markerText(markers[0]!, scopeOf('Another name'));
  expect(markerOf(text, '')).toBeUndefined();
  expect(markerOf(markerText(markers[0]!, ''), scopeOf('Another name'))).toBeUndefined();
});

test('a mark counts at the end only', () => {
  expect(markerOf(`${markerText(markers[0]!, '')}\nand more`, '')).toBeUndefined();
});

test.each(hostileTexts)(
  'a fingerprint with %s is a mark of one line that ends where it should',
  (_name, fingerprint) => {
    const text = markerText({ kind: 'finding', fingerprint, resolved: false }, '');
    expect(text).toMatch(/^<!-- aks-privacy:[0-9a-z-]+ -->$/);
    expect(markerOf(text, '')).toEqual({ kind: 'finding', fingerprint: keyOf(fingerprint), resolved: false });
  },
);

test('the usual check names share one scope', () => {
  expect(scopeOf('')).toBe('');
  expect(scopeOf('AKS privacy')).toBe('');
  expect(scopeOf('AKS privacy (dev)')).toMatch(/^[0-9a-f]{8}$/);
});

describe('limits in bytes', () => {
  test.each(['', 'short', '🔑'.repeat(50_000), 'é'.repeat(65_536), 'x'.repeat(65_535)])('a body fits', (text) => {
    const body = withLast(text, bodyLimit, '<!-- mark -->');
    expect(byteLength(body)).toBeLessThanOrEqual(bodyLimit);
    expect(body.endsWith('\n<!-- mark -->')).toBe(true);
    expect(body).not.toContain('\u{fffd}');
  });

  test('what fits is not touched', () => {
    expect(clip('été 🔑', 100)).toBe('été 🔑');
  });

  test('a text is cut between characters', () => {
    expect(clip('a🔑b', 4)).toBe('a');
    expect(clip('a🔑b', 5)).toBe('a🔑');
  });
});
