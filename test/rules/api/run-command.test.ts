import { runCommand } from '../../../src/rules/api/run-command.js';
import { byDefault, check, cluster, fixOf, known, ranges, waiting } from '../../support/subjects.js';

const on = { runCommand: byDefault(true, 'runCommand') };

test('bad: on a private cluster it is a warning, and can be switched off', () => {
  const [found] = check(runCommand, cluster({ api: on }));
  expect(found?.message).toBe(
    'Whoever has the Azure permission for it can run commands in aks from the whole Internet, past the private network: the run command (az aks command invoke) is on by default.',
  );
  expect(found?.severity).toBe('warning');
  expect(found?.level).toBeUndefined();
  expect(fixOf(found)).toBe('runCommand = false');
});

test('bad: behind authorized ranges, and where the API is undecided, a notice', () => {
  const behind = { ...on, privateCluster: known(false), authorizedRanges: ranges(['203.0.113.0/24']) };
  expect(check(runCommand, cluster({ api: behind }))[0]?.severity).toBe('notice');
  const undecided = { ...on, privateCluster: waiting<boolean>('param private') };
  expect(check(runCommand, cluster({ api: undecided }))[0]?.severity).toBe('notice');
});

test('good: switched off; and where the API server is open to all it adds nothing', () => {
  expect(check(runCommand, cluster())).toEqual([]);
  expect(check(runCommand, cluster({ api: { ...on, privateCluster: known(false) } }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(runCommand, cluster({ api: { runCommand: waiting('param runCommand') } }))).toEqual([]);
});
