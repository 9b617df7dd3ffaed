/** A file that breaks one boundary, and the rule that has to say so. */
export interface Violation {
  readonly breaks: string;
  readonly path: string;
  readonly source: string;
  readonly rule: string;
}

const nxBoundaries = '@nx/enforce-module-boundaries';
const imports = (what: string, from: string): string =>
  `import { ${what} } from '${from}';\n\nexport const used = ${what};\n`;

/** An app's domain folder is pure: one violation for each framework that it must not know. */
const domainImports = (what: string, from: string, name: string): Violation => ({
  breaks: `an app's domain imports ${from}`,
  path: `apps/decision/src/domain/planted-${name}.ts`,
  source: imports(what, from),
  rule: 'no-restricted-imports',
});

export const violations: readonly Violation[] = [
  {
    breaks: 'an app imports another app',
    path: 'apps/decision/src/planted-app-import.ts',
    source: imports('planted', '../../sharing/src/planted-neighbour'),
    rule: nxBoundaries,
  },
  {
    breaks: 'a domain library imports a platform library',
    path: 'libs/clocks/src/planted-platform-import.ts',
    source: imports('provisionDatabase', '@mash/persistence'),
    rule: nxBoundaries,
  },
  {
    breaks: 'the contracts import messaging',
    path: 'libs/contracts/src/planted-messaging-import.ts',
    source: imports('ensureTopics', '@mash/messaging'),
    rule: nxBoundaries,
  },
  {
    breaks: 'production code imports a test helper',
    path: 'apps/decision/src/planted-test-helper.ts',
    source: imports('testPostgres', '@mash/testing'),
    rule: '@typescript-eslint/no-restricted-imports',
  },
  {
    breaks: 'code other than config.ts reads the environment',
    path: 'apps/decision/src/planted-environment.ts',
    source: `export const used = process.env;\n`,
    rule: 'no-restricted-syntax',
  },
  domainImports('Injectable', '@nestjs/common', 'nest'),
  domainImports('DataSource', 'typeorm', 'typeorm'),
  domainImports('Kafka', 'kafkajs', 'kafka'),
  domainImports('trace', '@opentelemetry/api', 'opentelemetry'),
];

/** What the app-imports-app violation points at: harmless by itself. */
export const neighbour = { path: 'apps/sharing/src/planted-neighbour.ts', source: `export const planted = 1;\n` };
