import { commentStart, proposedEnd, suppressionComment } from '../../src/report/suppression-comment.js';

test.each([
  ['infra/main.bicep', '//'],
  ['infra/prod.bicepparam', '//'],
  ['k8s/web.yaml', '#'],
  ['k8s/Web.YML', '#'],
  ['live/main.tf', '#'],
  ['live/terraform.tfvars', '#'],
  ['deploy.sh', '#'],
  ['charts/web/templates/_helpers.tpl', '#'],
  ['azuredeploy.json', undefined],
  ['live/main.tf.json', undefined],
  ['README', undefined],
])('a comment in %s starts with %s', (path, start) => {
  expect(commentStart(path)).toBe(start);
});

test('the comment names the rule, an end and a place for the reason', () => {
  expect(suppressionComment('a.bicep', 'api/run-command', '2027-03-31')).toBe(
    '// aks-privacy: ignore api/run-command until 2027-03-31 -- reason',
  );
  expect(suppressionComment('a.yaml', 'api/run-command')).toBe('# aks-privacy: ignore api/run-command -- reason');
  expect(suppressionComment('a.json', 'api/run-command')).toBeUndefined();
});

test.each([
  ['2026-11-23', '2027-03-31'],
  ['2026-10-01', '2026-12-31'],
  ['2026-10-03', '2027-03-31'],
  ['2026-01-01', '2026-06-30'],
])('on %s the end %s is proposed', (today, end) => {
  expect(proposedEnd(new Date(`${today}T12:00:00Z`))).toBe(end);
});
