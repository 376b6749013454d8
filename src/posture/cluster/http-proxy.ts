/** HTTP proxy settings of nodes and pods. */
import { whenOn } from '../combine.js';
import type { Fact } from '../fact.js';
import { known } from '../reading/convert.js';

/**
 * The proxy in effect; `''` when none is. The HTTPS address falls back to the HTTP one, and either alone is a proxy.
 * @param enabled settings that are kept but switched off have no effect
 */
export function proxyInEffect(enabled: Fact<boolean>, http: Fact<string>, https: Fact<string>): Fact<string> {
  return whenOn(enabled, chosen(told(http), told(https)), '');
}

function chosen(http: Fact<string>, https: Fact<string>): Fact<string> {
  if (http.known && http.value !== '') return http;
  if (https.known && https.value !== '') return https;
  return http.known ? https : http;
}

/** A text with decided parts is not empty, whatever fills its holes: the address of some proxy. */
function told(fact: Fact<string>): Fact<string> {
  if (fact.known || !fact.parts?.some((part) => part)) return fact;
  return known(fact.expression, fact.origin, fact.name, false);
}
