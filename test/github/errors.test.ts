import { inWords, isForbidden, isUncertain, refusal } from '../../src/github/errors.js';

function answered(status: number, message: string): Error {
  return Object.assign(new Error(message), { status, response: { data: {} } });
}

const lost = Object.assign(new Error('socket hang up'), { status: 500 });

test.each([
  ['what the token may not do', answered(403, 'Resource not accessible by integration'), true, false],
  ['what it may not even know of', answered(404, 'Not Found - https://docs.github.com/rest'), true, false],
  ['a wrong token', answered(401, 'Bad credentials'), true, false],
  ['a limit', answered(403, 'You have exceeded a secondary rate limit.'), false, false],
  ['a request that is wrong', answered(422, 'Validation Failed'), false, false],
  ['an error of the server', answered(502, 'Bad gateway'), false, true],
  ['no answer', lost, false, true],
  ['an error of our own', new TypeError('x is not a function'), false, false],
  ['no error at all', 'thrown', false, false],
])('%s', (_name, error, forbidden, uncertain) => {
  const found = refusal(error);
  expect([isForbidden(found), isUncertain(found)]).toEqual([forbidden, uncertain]);
});

test.each([
  [answered(404, 'Not Found - https://docs.github.com/rest'), '404 Not Found'],
  [lost, 'no answer (socket hang up)'],
  [new Error('one line\nand more'), 'one line'],
])('%s in words', (error, words) => {
  expect(inWords(refusal(error))).toBe(words);
});
