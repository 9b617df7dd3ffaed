import type { HubTour } from './hub.page';

/** Screening as an analyst does it: search for each person, compare, say, and confirm who lives there. */
export class ScreeningPage {
  constructor(
    private readonly tour: HubTour,
    /** Path of the people of the enquiry. */
    private readonly path: string,
    /** Called on each kind of page that is met, the first time. */
    private readonly atFirst: (page: 'candidates' | 'compare') => Promise<void> = () => Promise.resolve(),
  ) {}

  private readonly met = new Set<string>();

  /** Everybody whom the contact mentions is somebody new: each record that the search found is compared and ruled out. */
  async createEverybody(): Promise<void> {
    while (await this.searchForTheNext()) {
      while (await this.compareTheNext()) await this.tour.press('Different');
      await this.tour.noteWords();
      await this.tour.press('Create as a new person');
    }
  }

  /** Everybody whom the contact mentions is on record already. */
  async matchEverybody(): Promise<void> {
    while (await this.searchForTheNext()) {
      await this.compareTheNext();
      await this.tour.press('Same');
    }
  }

  /** @returns false where everybody has been looked for */
  async searchForTheNext(): Promise<boolean> {
    await this.tour.visit(this.path);
    const search = this.tour.page.locator('main button', { hasText: 'Search for this person' });
    if ((await search.count()) === 0) return false;
    await this.tour.press('Search for this person');
    await this.meet('candidates');
    return true;
  }

  async confirmRoster(whoSaysSo: string): Promise<void> {
    await this.tour.visit(`${this.path}/roster`);
    await this.tour.checkAll('lives-', 'yes');
    await this.tour.check('whoElse', 'nobody_else');
    await this.tour.fill({ whoSaysSo });
    await this.tour.press('Confirm who lives there');
  }

  private async compareTheNext(): Promise<boolean> {
    const rows = this.tour.page.locator('main tbody tr').filter({ hasNotText: 'You said: different' });
    if ((await rows.count()) === 0) return false;
    await rows.first().locator('a', { hasText: 'Compare' }).click();
    await this.meet('compare');
    return true;
  }

  private async meet(page: 'candidates' | 'compare'): Promise<void> {
    await this.tour.page.waitForURL(new RegExp(page));
    if (this.met.has(page)) return;
    this.met.add(page);
    await this.atFirst(page);
  }
}
