import { clusterRule } from '../define.js';
import { ignoredArguments } from '../module-setting.js';

export const egressModuleSettingIgnored = clusterRule(
  {
    id: 'egress/module-setting-ignored',
    dimension: 'egress',
    severity: 'warning',
    title: 'A setting for egress is dropped by the module that it is given to',
    rationale:
      'Terraform drops keys that the type of a variable does not have, and modules take parameters that they do not use, both without a word. Who reads the call believes egress to be routed or filtered by a setting that never reaches the cluster.',
    remedy:
      'Set what this version of the module reads, or take a version that reads what is set. Remove the argument where nothing does.',
  },
  (judged) => ignoredArguments(judged, 'egress'),
);
