import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';

const Report = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(z.object({ ruleId: z.string().nullable(), message: z.string() })),
  }),
);

export interface LintFindings {
  readonly exitCode: number;
  /** Rules broken in each file that breaks any, by its path in the workspace. */
  readonly rulesByPath: ReadonlyMap<string, readonly string[]>;
}

/** Only planted files are looked at: the rest of the workspace is what the lint of `npm test` itself reads. */
const onlyPlanted = ['**/*.{ts,mjs,cjs,js}', '!**/planted-*.ts'].flatMap((pattern) => ['--ignore-pattern', pattern]);

/** Runs the real `npm run lint` of a workspace over the files that were planted in it. */
export async function lintFindings(folder: string): Promise<LintFindings> {
  const report = join(folder, 'lint-findings.json');
  const output = ['--format', 'json', '--output-file', report];
  const lint = spawn('npm', ['run', '--silent', 'lint', '--', ...onlyPlanted, ...output], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [exitCode] = z.tuple([z.number(), z.null()]).parse(await once(lint, 'exit'));
  if (!existsSync(report))
    throw new Error(`npm run lint ended with code ${exitCode} before it had looked at the files`);
  const files = Report.parse(JSON.parse(await readFile(report, 'utf8')));
  const broken = files.filter(({ messages }) => messages.length > 0);
  return {
    exitCode,
    rulesByPath: new Map(
      broken.map(({ filePath, messages }) => [
        relative(folder, filePath),
        messages.map(({ ruleId, message }) => ruleId ?? message),
      ]),
    ),
  };
}
