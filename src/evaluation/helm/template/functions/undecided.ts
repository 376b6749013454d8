/** Functions whose result nobody can read from the text: random, of the moment, of the network, or keys made anew. */
import { EMPTY } from '../data/text.js';
import type { Fn, Functions } from './function.js';
import { lenient, strict, unknown } from './function.js';

const NAMES = [
  ...['randAlphaNum', 'randAlpha', 'randAscii', 'randNumeric', 'randBytes', 'randInt', 'shuffle', 'uuidv4'],
  ...['genPrivateKey', 'genCA', 'genCAWithKey', 'genSelfSignedCert', 'genSelfSignedCertWithKey', 'genSignedCert'],
  ...['genSignedCertWithKey', 'buildCustomCert', 'derivePassword', 'bcrypt', 'htpasswd', 'encryptAES', 'decryptAES'],
  ...['now', 'ago', 'date', 'date_in_zone', 'dateInZone', 'date_modify', 'dateModify', 'must_date_modify'],
  ...['mustDateModify', 'duration', 'durationRound', 'htmlDate', 'htmlDateInZone', 'toDate', 'mustToDate', 'unixEpoch'],
];

const undecided: Fn = lenient((_, call) => unknown(call));

export const UNDECIDED: Functions = {
  ...Object.fromEntries(NAMES.map((name) => [name, undecided])),
  // Helm answers with nothing unless it is allowed to ask.
  getHostByName: strict(() => EMPTY),
};
