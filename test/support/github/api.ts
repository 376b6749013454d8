/** A client of a stand-in that does not wait between requests. */
import type { Client } from '../../../src/github/client.js';
import { createClient } from '../../../src/github/client.js';
import type { StandIn } from './stand-in.js';
import type { World } from './world.js';

export function clientOf({ url }: StandIn, { token }: World): Client {
  return createClient({
    token,
    apiUrl: url,
    userAgent: 'aks-privacy/test',
    fetch: globalThis.fetch,
    log: { debug: () => undefined, info: () => undefined },
    pause: 0,
    retryAfter: 1,
    longestWait: 5,
    timeout: 5000,
  });
}
