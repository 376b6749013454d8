import type { Opening } from '../../src/posture/model.js';
import { judgeOpenings } from '../../src/scoring/openings.js';
import { byDefault, cluster, known, waiting } from '../support/subjects.js';

const routing = (exposure: Opening['exposure']): Opening => ({ via: 'application-routing', exposure });
const mesh = (exposure: Opening['exposure']): Opening => ({ via: 'istio-internal-gateway', exposure });

test.each<readonly [string, readonly Opening[], string | undefined]>([
  ['no add-on', [], undefined],
  ['add-ons that open nothing', [routing(known('none')), mesh(waiting('x', ['none', 'none']))], undefined],
  ['a public one', [routing(known('public'))], 'open'],
  ['an internal one', [routing(known('internal'))], 'private'],
  ['an internal one beside a public one', [mesh(known('internal')), routing(known('public'))], 'open'],
  ['an open one', [routing(waiting('param type'))], 'unknown'],
  ['an open one beside an internal one', [mesh(known('internal')), routing(waiting('param type'))], 'unknown'],
  ['one that is public if it is on', [routing(waiting('param on', ['none', 'public']))], 'unknown'],
])('%s', (_, openings, level) => {
  expect(judgeOpenings(cluster({ openings }))?.level).toBe(level);
});

test('says which add-on, and whether by default', () => {
  expect(judgeOpenings(cluster({ openings: [routing(byDefault('public'))] }))?.because).toBe(
    'the application routing add-on has a public load balancer by default',
  );
});
