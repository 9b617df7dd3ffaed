import type { HubTour } from './hub.page';

/** The page on which a manager decides. */
export class DecidePage {
  constructor(private readonly tour: HubTour) {}

  /** Id of the child whom the page shows by that name. */
  async child(name: string): Promise<string> {
    const label = this.tour.page.locator('label', { hasText: `Reason for ${name}` });
    return ((await label.getAttribute('for')) ?? '').replace('reason-', '');
  }

  /** Confirms each silence, takes each agency's view as given, and says why. */
  async decide(outcomes: Readonly<Record<string, string>>, words: string): Promise<void> {
    const { tour } = this;
    await tour.checkAll('view-', 'agrees');
    await tour.checkAll('confirm-', 'yes');
    for (const [child, outcome] of Object.entries(outcomes)) await tour.check(`outcome-${child}`, outcome);
    await tour.fill({ worried: words, workingWell: words, needsToHappen: words });
    await tour.check('strategy', 'not_indicated');
    await tour.check('whoTellsFamily', 'receiving_team');
    await tour.press('Decide');
  }
}
