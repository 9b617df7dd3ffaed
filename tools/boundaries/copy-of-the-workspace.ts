import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const original = join(__dirname, '..', '..');
const leftOut = new Set(['node_modules', 'dist', '.git', '.nx', '.run']);

/**
 * A copy of this checkout as a fresh clone has it: no build, no Nx cache. Its packages are those of the original, save our own
 * libraries: their links lead into the copy, or the boundaries of the original would be the ones checked.
 */
export class CopyOfTheWorkspace {
  private constructor(readonly folder: string) {}

  static async make(): Promise<CopyOfTheWorkspace> {
    const folder = await mkdtemp(join(tmpdir(), 'mash-boundaries-'));
    const wanted = (path: string): boolean =>
      !relative(original, path)
        .split('/')
        .some((part) => leftOut.has(part));
    await cp(original, folder, { recursive: true, filter: wanted });
    const copy = new CopyOfTheWorkspace(folder);
    await copy.linkPackages();
    return copy;
  }

  async plant(files: readonly { readonly path: string; readonly source: string }[]): Promise<void> {
    for (const { path, source } of files) {
      await mkdir(dirname(join(this.folder, path)), { recursive: true });
      await writeFile(join(this.folder, path), source);
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async linkPackages(): Promise<void> {
    const [from, to] = [join(original, 'node_modules'), join(this.folder, 'node_modules')];
    await mkdir(join(to, '@mash'), { recursive: true });
    for (const name of await readdir(from)) {
      if (!name.startsWith('@mash') && name !== '.cache') await symlink(join(from, name), join(to, name));
    }
    for (const library of await readdir(join(this.folder, 'libs'))) {
      await symlink(join(this.folder, 'libs', library), join(to, '@mash', library));
    }
  }
}
