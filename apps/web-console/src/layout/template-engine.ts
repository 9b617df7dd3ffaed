import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';

/** Our templates lie beside the code that fills them: in src/ when tests run, in dist/ when the console does. */
const ownTemplates = join(__dirname, '..');
const govuk = dirname(dirname(require.resolve('govuk-frontend')));
const moj = dirname(dirname(require.resolve('@ministryofjustice/frontend')));

/** Where `tools/build-assets.mjs` puts style sheet, scripts and images. */
export const PUBLIC_FOLDER = join(__dirname, '..', '..', 'dist', 'public');

/** Renders templates. Everything is escaped unless a template says otherwise. */
@Injectable()
export class TemplateEngine {
  private readonly environment = new nunjucks.Environment(
    [ownTemplates, govuk, moj].map((folder) => new nunjucks.FileSystemLoader(folder)),
    { autoescape: true, trimBlocks: true, lstripBlocks: true },
  );

  /** Version of the built assets, part of their address; `dev` before the first build. */
  readonly assetVersion = readVersion();

  render(template: string, context: object): string {
    return this.environment.render(template, context);
  }
}

function readVersion(): string {
  try {
    return (JSON.parse(readFileSync(join(PUBLIC_FOLDER, 'version.json'), 'utf8')) as { version: string }).version;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'dev';
    throw error;
  }
}
