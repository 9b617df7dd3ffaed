import type { HubTour } from './hub.page';

/** What a qualified person states for the pack's table: nothing acute. */
const NOTHING_ACUTE = {
  immediateDanger: 'no',
  injuryOrDisclosure: 'no',
  suspectedHarm: 'no',
  domesticAbuse: 'none',
  missing: 'none',
  openCase: 'no',
  roster: 'listed',
} as const;

export interface TypedRating {
  readonly colour: string;
  readonly threshold: string;
  readonly ground: string;
  readonly reasons: string;
}

/** The page on which an enquiry is rated. */
export class RatingPage {
  constructor(private readonly tour: HubTour) {}

  async answerTheTable(): Promise<void> {
    for (const [fact, value] of Object.entries(NOTHING_ACUTE)) await this.tour.check(`fact-${fact}`, value);
    await this.tour.press('Read the table again');
  }

  /** A colour that is not the proposed one, with the reason for that, and a threshold beside it. */
  async rate({ colour, threshold, ground, reasons }: TypedRating): Promise<void> {
    await this.tour.check('colour', colour);
    await this.tour.check('departureReason', 'seriousness');
    await this.tour.check('threshold', threshold);
    await this.tour.check('grounds', ground);
    await this.tour.check('strategy', 'not_indicated');
    await this.tour.fill({ reasons });
    await this.tour.press('Rate');
  }
}
