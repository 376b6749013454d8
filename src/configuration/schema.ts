/** The JSON schema of the configuration file; docs/configuration.schema.json is this, for editors. */

const level = {
  enum: ['open', 'restricted', 'private', 'isolated'],
  description: 'A level of the ladder: open, restricted, private or isolated.',
};

const levels = {
  type: 'object',
  additionalProperties: false,
  properties: { api: level, ingress: level, egress: level },
};

const globs = {
  type: 'array',
  items: { type: 'string', pattern: '\\S', maxLength: 500 },
};

const text = { type: 'string', pattern: '\\S', maxLength: 500 };
const until = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'The last day on which it counts, as in 2027-01-31. Announced 14 days before.',
};
const subject = {
  ...text,
  description: 'A glob over the id, the path or the name of subjects: shop/web, infra/dev/**.',
};
const ruleId = '^(api|ingress|egress|guardrails)/[a-z0-9-]+$';
const score = { type: 'number', minimum: 0, maximum: 100, description: 'The lowest score that passes, 0 to 100.' };

export const configurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'AKS privacy review',
  description: 'Configuration of the AKS privacy review, .github/aks-privacy.yml',
  type: 'object',
  additionalProperties: false,
  properties: {
    required: {
      ...levels,
      description: 'The level that a new cluster or way in or out must reach. Default: private in every dimension.',
    },
    environments: {
      description: 'Environments by name: the paths that tell them, and the levels that they require.',
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['paths'],
        properties: {
          paths: {
            ...globs,
            minItems: 1,
            description: 'Globs over the paths of parameter files, var files, values files, overlays and files.',
          },
          required: { ...levels, description: 'The levels that this environment requires. Else: required.' },
        },
      },
    },
    subjects: {
      description: 'Required levels by subject: a glob over the id, the path or the name. The most specific wins.',
      type: 'object',
      propertyNames: { pattern: '\\S', maxLength: 500 },
      additionalProperties: levels,
    },
    'minimum-scores': {
      description: 'Scores below which the gate fails. The inputs minimum-…-score come before them.',
      type: 'object',
      additionalProperties: false,
      properties: { api: score, ingress: score, egress: score },
    },
    paths: {
      description: 'What is reviewed, as globs over paths from the repository root.',
      type: 'object',
      additionalProperties: false,
      properties: {
        include: { ...globs, description: 'Only these. Default: everything.' },
        exclude: { ...globs, description: 'Not these, such as the fixtures of a tool. Replaces the default list.' },
      },
    },
    rules: {
      description: 'Severity of a rule, or why it is disabled, by its id.',
      type: 'object',
      propertyNames: { pattern: ruleId },
      additionalProperties: {
        oneOf: [
          { enum: ['error', 'warning', 'notice'] },
          {
            type: 'object',
            additionalProperties: false,
            required: ['disabled'],
            properties: {
              disabled: { ...text, description: 'Why the rule is off. Not “off”: YAML reads that as false.' },
            },
          },
        ],
      },
    },
    unknown: {
      description: 'Whether a level that the base decided and the head does not is a warning, or blocks like a drop.',
      enum: ['warning', 'regression'],
    },
    gateways: {
      description: 'Controllers and gateways that live elsewhere, so that what they publish is not unknown.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'reach'],
        properties: {
          name: { ...text, description: 'What people call it.' },
          reach: {
            enum: ['public', 'internal', 'cluster'],
            description: 'Who reaches what it publishes: the Internet, the virtual network, or the cluster alone.',
          },
          'ingress-class': { ...text, description: 'A glob over class names of Ingresses.' },
          'gateway-class': { ...text, description: 'A glob over class names of Gateways.' },
          hostname: { ...text, description: 'A glob that every host of an Ingress or Gateway matches.' },
          resource: { ...text, description: 'A glob over resource ids of Application Gateways.' },
        },
      },
    },
    'egress-appliances': {
      description: 'Firewalls and appliances that live elsewhere and filter what leaves.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { ...text, description: 'What people call it.' },
          'next-hop': { ...text, description: 'Its private address, or the expression that stands for it.' },
          subnet: { ...text, description: 'A glob over ids (or expressions) of node subnets that are routed to it.' },
          'route-table': { ...text, description: 'A glob over ids (or expressions) of route tables that lead to it.' },
        },
      },
    },
    'public-entry-points': {
      description: 'Entry points that are public on purpose: reported as accepted, they do not block.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['subject', 'owner', 'reason', 'until'],
        properties: {
          subject,
          owner: { ...text, description: 'Who answers for it.' },
          reason: { ...text, description: 'Why it is public.' },
          until,
        },
      },
    },
    suppressions: {
      description: 'Findings that are accepted, where no comment can stand: JSON has none.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'subject', 'reason'],
        properties: {
          rule: { type: 'string', pattern: ruleId, description: 'Id of the rule.' },
          subject,
          owner: { ...text, description: 'Who answers for it.' },
          reason: { ...text, description: 'Why it is accepted.' },
          until,
        },
      },
    },
  },
} as const;
