import { CopyOfTheWorkspace } from './copy-of-the-workspace';
import { lintFindings } from './lint-findings';
import type { LintFindings } from './lint-findings';
import { neighbour, violations } from './violations';

/** The project graph is made first, and all that the planted files import is typed. */
const oneLint = 300_000;

/** The lint command itself, in a copy like a fresh clone: there the boundary rule once passed in silence (no project graph yet). */
describe('npm run lint on a fresh copy of the workspace with every boundary broken once', () => {
  let copy: CopyOfTheWorkspace;
  let findings: LintFindings;

  beforeAll(async () => {
    copy = await CopyOfTheWorkspace.make();
    await copy.plant([neighbour, ...violations]);
    findings = await lintFindings(copy.folder);
  }, oneLint);
  afterAll(() => copy.remove());

  test('fails', () => {
    expect(findings.exitCode).toBe(1);
  });

  test.each(violations)('says so where $breaks', ({ path, rule }) => {
    expect(findings.rulesByPath.get(path)).toContain(rule);
  });

  test('finds nothing wrong with the file that was imported', () => {
    expect(findings.rulesByPath.has(neighbour.path)).toBe(false);
  });
});
