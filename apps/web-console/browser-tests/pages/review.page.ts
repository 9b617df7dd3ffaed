import type { HubTour } from './hub.page';

/** The page on which a human answers what the rules leave to a human. */
export class ReviewPage {
  constructor(private readonly tour: HubTour) {}

  release(reason: string): Promise<void> {
    return this.answer('release', 'child_safety_outweighs', reason);
  }

  refuse(reason: string): Promise<void> {
    return this.answer('refuse', 'not_necessary', reason);
  }

  private async answer(answer: string, ground: string, reason: string): Promise<void> {
    await this.tour.check('answer', answer);
    await this.tour.check('ground', ground);
    await this.tour.fill({ reason });
    await this.tour.press('Give this answer');
  }
}
