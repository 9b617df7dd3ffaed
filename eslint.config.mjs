import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Frameworks that an app's pure domain folder must never know (CONTRIBUTING.md). */
const frameworksOutsideDomain = {
  group: [
    '@nestjs/*',
    'typeorm',
    'typeorm/*',
    'kafkajs',
    'pg',
    'express',
    '@opentelemetry/*',
    '@mash/messaging',
    '@mash/persistence',
    '@mash/telemetry',
    '@mash/service-host',
    '@mash/audit-client',
    '**/persistence/*',
    '**/features/*',
    '**/reactions/*',
    '**/queries/*',
    'node:fs',
    'node:fs/*',
    'node:http',
    'node:net',
  ],
  message: 'domain/ is pure: no framework, no I/O. Pass what you need in as an argument.',
};

const service = (name) => ({
  sourceTag: `scope:${name}`,
  onlyDependOnLibsWithTags: [`scope:${name}`, 'scope:shared'],
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.run/**', 'coverage/**'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // Specs of the kit use the test helpers, which start services with the kit: nothing in production runs in this circle.
          ignoredCircularDependencies: [['@mash/service-host', '@mash/testing']],
          allow: [],
          depConstraints: [
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:contracts', 'type:testing'],
            },
            {
              sourceTag: 'type:platform',
              onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:testing'],
            },
            { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:contracts', 'type:testing'] },
            { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:contracts'] },
            {
              sourceTag: 'type:testing',
              onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:contracts', 'type:testing'],
            },
            ...['contact-intake', 'decision', 'agency-requests', 'sharing', 'audit', 'web-console', 'dev-identity'].map(
              service,
            ),
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
          ],
        },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [frameworksOutsideDomain] }] },
  },
  {
    // The slow reading of the rule book is worth something only while it shares nothing with the rules that it is held against.
    files: ['apps/sharing/src/domain/decision/oracle/{interpret-rule-text,oracle-*,read-*,verdict}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['../*', '!../facts', '!../agreements', '@mash/*'],
              message: 'The oracle is written from the rule text alone.',
            },
            {
              group: ['../agreements/*', '!../agreements/agreement-line', '!../agreements/agreement-question'],
              message: 'Of agreements, the shape of a line and of what they are asked only.',
            },
            {
              group: ['../facts/*', '!../facts/sharing-question'],
              message: 'Of the facts, the shape of a question only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: [
      '**/*.spec.ts',
      '**/*.scenarios.ts',
      'libs/testing/**',
      'apps/*/e2e/**',
      'apps/*/browser-tests/**',
      '**/testing/**',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: '@mash/testing', message: 'Test helpers are for specs only.' }] },
      ],
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: ['**/config.ts', '**/*.spec.ts', 'libs/testing/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Configuration is read once, in config.ts.',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'libs/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
);
