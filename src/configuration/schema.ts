/** The JSON schema of the configuration file; docs/configuration.schema.json is this, for editors. */

const level = {
  enum: ['open', 'restricted', 'private', 'isolated'],
  description: 'A level of the ladder: open, restricted, private or isolated.',
};

const globs = {
  type: 'array',
  items: { type: 'string', minLength: 1 },
};

export const configurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'AKS privacy review',
  description: 'Configuration of the AKS privacy review, .github/aks-privacy.yml',
  type: 'object',
  additionalProperties: false,
  properties: {
    required: {
      description: 'The level that a new cluster or way in or out must reach. Default: private in every dimension.',
      type: 'object',
      additionalProperties: false,
      properties: { api: level, ingress: level, egress: level },
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
      propertyNames: { pattern: '^(api|ingress|egress|guardrails)/[a-z0-9-]+$' },
      additionalProperties: {
        oneOf: [
          { enum: ['error', 'warning', 'notice'] },
          {
            type: 'object',
            additionalProperties: false,
            required: ['disabled'],
            properties: {
              disabled: {
                type: 'string',
                pattern: '\\S',
                description: 'Why the rule is off. Not “off”: YAML reads that as false.',
              },
            },
          },
        ],
      },
    },
    unknown: {
      description: 'Whether a level that the base decided and the head does not is a warning, or blocks like a drop.',
      enum: ['warning', 'regression'],
    },
  },
} as const;
