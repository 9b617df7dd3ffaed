import type { HubTour } from './hub.page';

/** One thing that an agency knows, as an officer types it. */
export interface TypedItem {
  /** Whom it is about, where the request is about several people. */
  readonly person?: string;
  readonly category: string;
  readonly text: string;
  /** Words in it that tell of somebody else. */
  readonly thirdWords?: string;
  /** The only role that may see it. Without one: "P: the hub may use it". */
  readonly onlyFor?: string;
}

/** The page on which a liaison officer answers. */
export class AnswerPage {
  /** @param systems that this agency searches, as its officer calls them */
  constructor(
    private readonly tour: HubTour,
    private readonly systems: readonly string[] = ['Records management system', 'Police National Computer'],
  ) {}

  /** Ids of the people whom the request is about, in the order of the page. */
  async people(): Promise<string[]> {
    const fields = await this.tour.page.locator('textarea[name^="systems-"]').all();
    const names = await Promise.all(fields.map((field) => field.getAttribute('name')));
    return names.map((name) => (name ?? '').replace('systems-', ''));
  }

  /** Id of the person whom the page shows by that name. */
  async person(name: string): Promise<string> {
    const heading = this.tour.page.locator('h3[id^="who-"]', { hasText: name });
    return ((await heading.getAttribute('id')) ?? '').replace('who-', '');
  }

  /** What was searched for one person, and what it came to. */
  async search(personId: string, state: string): Promise<void> {
    await this.tour.check(`state-${personId}`, state);
    await this.tour.fill({ [`systems-${personId}`]: this.systems.join('\n') });
    for (const one of ['name', 'date_of_birth']) await this.tour.check(`ids-${personId}`, one);
    await this.tour.check(`identity-${personId}`, 'confirmed');
  }

  /** Types an item into the editor, without adding it. */
  async write({ person, category, text, thirdWords, onlyFor }: TypedItem): Promise<void> {
    const { tour } = this;
    const isAsked = (await tour.page.locator('[name="item-person"]').count()) > 0;
    if (person !== undefined && isAsked) await tour.select('item-person', person);
    await tour.select('item-category', category);
    await tour.fill({ 'item-when': '3/11', 'item-text': text, 'item-source': 'Incident log' });
    await tour.check('item-kind', 'fact');
    await tour.select('item-handling', onlyFor === undefined ? 'P' : 'C');
    if (onlyFor !== undefined) await this.setCondition(onlyFor);
    await tour.select('item-bar', 'none');
    await tour.check('item-thirds', thirdWords === undefined ? 'none' : 'personal');
    if (thirdWords !== undefined) await tour.fill({ 'item-third-words': thirdWords });
  }

  async add(item: TypedItem): Promise<void> {
    await this.write(item);
    await this.tour.press('Add this item');
  }

  private async setCondition(role: string): Promise<void> {
    const { page } = this.tour;
    const condition = page.locator('[name="item-condition"]');
    if (!(await condition.isVisible())) await page.locator('summary', { hasText: 'Condition for handling' }).click();
    await condition.selectOption('ROLES');
    await this.tour.check('item-roles', role);
  }
}
