import { Inbox, type InboxItem } from '@mash/contracts';
import { requestsOf } from './asking';
import { decide, makeProduct, route } from './deciding';
import { eventually } from './eventually';
import { act, read } from './http';
import { once } from './once';
import { enquiryOf } from './rating';
import { envelopesOf, release } from './releasing';
import { Story } from './story';

/** An enquiry that goes all the way: seen, decided, handed over, taken, told, and answered too late. */
export class DecidedStory extends Story {
  /** The analyst looks at the picture. */
  readonly seen = once(async () => {
    const envelopes = (await this.checked()).flatMap(envelopesOf);
    return release('analyst', { enquiryId: await this.enquiryId(), envelopes });
  });

  /** The manager decides without the agencies that are still silent. */
  readonly decided = once(async () => {
    await this.checked();
    const requests = await requestsOf(await this.enquiryId());
    const silent = requests.filter(({ state }) => state === 'open').map(({ requestId }) => requestId);
    const rationale = this.of.words?.rationale;
    const decision = { outcome: 'early_help', without: silent, ...(rationale !== undefined && { rationale }) } as const;
    return decide(await this.screened(), decision);
  });

  /** What goes to early help: the items that the picture showed, and the manager's own words. */
  readonly handedOver = once(async () => {
    const { items } = await this.seen();
    const answers = await this.checked();
    const { people } = await this.screened();
    const personIds = people.filter(({ kind }) => kind !== 'adult').map(({ personId }) => personId);
    const words = this.of.words?.handover;
    const made = await makeProduct({
      ...(words !== undefined && { words }),
      ...{ kind: 'handover', enquiryId: await this.enquiryId(), personIds },
      ...{ envelopes: answers.flatMap(envelopesOf), itemIds: items.map(({ itemId }) => itemId) },
    });
    await this.decided();
    await route(await this.enquiryId(), made.productId);
    return made;
  });

  /** The coordinator of early help takes the case. */
  readonly taken = once(async (): Promise<InboxItem | undefined> => {
    await this.handedOver();
    const enquiryId = await this.enquiryId();
    const find = async () =>
      (await read('earlyHelp', 'decision', '/inbox', Inbox)).items.find((item) => item.enquiryId === enquiryId);
    const item = await find();
    await act('earlyHelp', 'decision', `/inbox/${String(item?.routeId)}/accept`, {
      workerName: this.of.worker ?? 'Lucy Bannister',
    });
    return find();
  });

  /** A letter is written and the referrer is told that there is one. @returns the id of the letter */
  readonly told = once(async () => {
    const decisionId = await this.decided();
    const enquiryId = await this.enquiryId();
    const words = this.of.words?.letter;
    const { productId: letterId } = await makeProduct({
      ...(words !== undefined && { words }),
      ...{ kind: 'letter', enquiryId, personIds: [await this.childId()] },
    });
    await act('manager', 'decision', `/enquiries/${enquiryId}/feedback`, { decisionId, extent: 'limited', letterId });
    await eventually(async () => {
      const { feedback } = await enquiryOf(enquiryId);
      if (feedback[0]?.acknowledgedAt === undefined) throw new Error('the referrer is not told yet');
    });
    return letterId;
  });

  /** The agency that was late answers now. */
  readonly answeredLate = once(async () => {
    await this.decided();
    await this.answerOf(this.of.late ?? '');
    return eventually(async () => {
      const enquiry = await enquiryOf(await this.enquiryId());
      if (!enquiry.flagged) throw new Error('the decision is not flagged');
      return enquiry;
    });
  });
}
