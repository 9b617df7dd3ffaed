import type { HubTour } from './hub.page';

/** A call as an officer types it while somebody is talking. */
export interface TypedCall {
  readonly kind: string;
  readonly narrative: string;
  readonly child: string;
  readonly name?: string;
  readonly telephone?: string;
}

/** The one-page call screen. */
export class CallPage {
  constructor(private readonly tour: HubTour) {}

  async take({ kind, narrative, child, name, telephone }: TypedCall): Promise<void> {
    const { tour } = this;
    await tour.check('kind', kind);
    await tour.fill({ narrative, 'child1-forenames': child });
    if (name !== undefined) await tour.fill({ 'caller-name': name });
    if (telephone !== undefined) await tour.fill({ 'caller-telephone': telephone });
    await tour.check('urgent', 'no');
    await tour.press('Record this call');
  }
}
