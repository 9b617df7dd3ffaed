import { listed } from '../shared/listed';

/** What was added, taken away and changed between two versions, in sentences. */
export class Differences {
  readonly added: string[] = [];
  readonly removed: string[] = [];
  readonly changed: string[] = [];

  take({ added, removed, changed }: Differences): void {
    this.added.push(...added);
    this.removed.push(...removed);
    this.changed.push(...changed);
  }

  /** @param of what the list belongs to; @param says how what came and what went is told */
  takeLists<Code>(
    of: string,
    says: { readonly more: string; readonly less: string },
    before: readonly Code[],
    after: readonly Code[],
    wordsOf: (code: Code) => string,
  ): void {
    const news = after.filter((code) => !before.includes(code)).map(wordsOf);
    const gone = before.filter((code) => !after.includes(code)).map(wordsOf);
    if (news.length > 0) this.added.push(`${of}: ${says.more} ${listed(news)}.`);
    if (gone.length > 0) this.removed.push(`${of}: ${says.less} ${listed(gone)}.`);
  }

  get isEmpty(): boolean {
    return this.added.length + this.removed.length + this.changed.length === 0;
  }
}
