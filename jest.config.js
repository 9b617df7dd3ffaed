/**
 * One Jest run, one project for each test tier: the tier is in the file name (`rate-enquiry.handler.int.spec.ts`).
 * `npm test` runs them all; `npm run test:unit` and its kin run one.
 */
const common = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: { '^@mash/([^/]+)$': '<rootDir>/libs/$1/src' },
  transform: { '^.+\\.(t|m?j)s$': '@swc/jest' },
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|openid-client|oauth4webapi|oidc-provider|quick-lru|nanoid|eta|temporal-polyfill|temporal-spec|temporal-utils)/)',
  ],
};
const tier = (name) => ({ ...common, displayName: name, testMatch: [`**/*.${name}.spec.ts`] });

module.exports = {
  projects: [tier('unit'), tier('int'), tier('browser'), tier('e2e'), tier('walk')],
};
