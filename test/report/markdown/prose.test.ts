import { paragraph, serialize } from '../../../src/report/markdown/nodes.js';
import { prose } from '../../../src/report/markdown/prose.js';

test.each([
  ['names in quotes become code', 'The type “x|y” is “none”.', [], 'The type `x|y` is `none`.'],
  [
    'known names become code',
    'The API server of aks-prod is open: aks-prod.',
    ['aks-prod'],
    'The API server of `aks-prod` is open: `aks-prod`.',
  ],
  ['a name inside a longer word stays', 'aks-prod-2 and my/aks-prod', ['aks-prod'], 'aks-prod-2 and my/aks-prod'],
  ['an everyday word is no name', 'the web is open', ['web', 'is'], 'the web is open'],
  ['a mention becomes code', 'ask @octocat, please', [], 'ask `@octocat`, please'],
  ['a reference becomes code', 'see org/repo#12.', [], 'see `org/repo#12`.'],
  ['an address becomes code', 'at https://evil.example/x?y=1!', [], 'at `https://evil.example/x?y=1`!'],
  ['emphasis is escaped', 'a *b* _c_ ~~d~~', [], 'a \\*b\\* \\_c\\_ \\~\\~d\\~\\~'],
  ['an emoji stays as it was written', 'well :tada: done', [], 'well `:tada:` done'],
  ['plain numbers and ranges stay', 'from 10.0.0.0/8 and 0.0.0.0/0: all', [], 'from 10.0.0.0/8 and 0.0.0.0/0: all'],
  ['a quote inside a name can not break out', 'a” @octocat “b', [], 'a” `@octocat` “b'],
])('%s', (_, sentence, names, expected) => {
  expect(serialize(paragraph(...prose(sentence, names)))).toBe(expected);
});
