import { AnswerRejectedV1, DEMO_PARTNERSHIP, newId, type LineFacts } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { proposedLine } from '../../testing/a-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest, type ForATest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';
import { newerFactsOf } from '../../testing/newer-facts';
import { CheckedAnswerRepository } from '../answers/checked-answer.repository';
import { DecideAgainWhenConsentChanges } from '../reactions/decide-again-when-consent-changes.reaction';

jest.setTimeout(120_000);

describe('What a refused answer seemed to answer', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  let consent: ForATest['consent'];
  let lines: ForATest['lines'];
  forEachTest((its) => ({ sharing, enquiry, lines, consent } = its));
  beforeEach(async () => {
    enquiry.factsAre({ decision: { threshold: 's17', colour: 'amber', urgent: false } });
    await consent.state();
    await consent.hear();
  });

  const asked = async (): Promise<LineFacts> => {
    const { line, event } = await proposedLine(enquiry, { purpose: 'S17' });
    await lines.react(event);
    return line;
  };
  const refused = async ({ requestId, agencyId }: LineFacts) => {
    const { enquiryId } = enquiry;
    const at = new Date().toISOString();
    const event: AnswerRejectedV1 = {
      ...{ id: newId(), type: AnswerRejectedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
      ...{ correlationId: enquiryId, actor: { id: 'sharing', kind: 'system' } },
      data: { enquiryId, requestId, answerId: newId(), agencyId, reasonCode: 'SEAL.WRONG_KEY', rejectedAt: at },
    };
    for (let heard = 0; heard < 2; heard += 1) await sharing.app.get(DecideAgainWhenConsentChanges).owedAgain(event);
  };

  test('is not owed again where consent was withdrawn meanwhile', async () => {
    const line = await asked();
    lines.lineIs(line.lineId, 'answered');
    await consent.state({ state: 'withdrawn' });
    await consent.hear();
    expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT']);
    await refused(line);
    expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT', 'DENY']);
  });

  test.each([
    ['recalled', 'withdrawn', 'DENY'],
    ['held', 'refused', 'REVIEW'],
  ] as const)(
    'is not owed again where it was %s as the answer came: that is said once more, for the answer had overtaken it',
    async (_stopped, state, outcome) => {
      const line = await asked();
      await consent.state({ state });
      await consent.hear();
      expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT', outcome]);
      lines.lineIs(line.lineId, 'answered');
      await refused(line);
      const said = await lines.announced(line.lineId);
      expect(said.map((one) => one.outcome)).toEqual(['PERMIT', outcome, outcome]);
      expect(said[2]).toEqual(said[1]);
      expect(await lines.kept(line.lineId)).toHaveLength(2);
    },
  );

  describe('is not owed again where something changes before the owner of its line has heard of the refusal:', () => {
    const checked = (line: LineFacts, reasonCode: string | null) =>
      sharing.app.get(UnitOfWork).run((tx) => {
        const { requestId, agencyId } = line;
        const ids = { answerId: newId(), requestId, agencyId, enquiryId: enquiry.enquiryId };
        const row = { ...ids, partnershipId: DEMO_PARTNERSHIP, reasonCode, checkedAt: new Date() };
        return sharing.app.get(CheckedAnswerRepository).add(tx, row);
      });
    const withdrawn = async () => {
      await consent.state({ state: 'withdrawn' });
      await consent.hear();
    };
    const judgedLess = async () => {
      enquiry.factsAre({ decision: { threshold: 'none', thresholdVersion: 2, ratingVersion: 2, colour: 'green' } });
      const news = newerFactsOf(sharing, enquiry);
      await news.hearRated(news.rated(2));
    };

    test.each([
      ['consent is withdrawn', withdrawn],
      ['the threshold has fallen', judgedLess],
    ])('%s', async (_what, changes) => {
      const line = await asked();
      lines.lineIs(line.lineId, 'answered');
      await checked(line, 'SEAL.WRONG_KEY');
      await refused(line);
      expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT']);
      await changes();
      expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT', 'DENY']);
    });

    test('but one that was answered anew is left alone', async () => {
      const line = await asked();
      lines.lineIs(line.lineId, 'answered');
      await checked(line, 'SEAL.WRONG_KEY');
      await refused(line);
      await checked(line, null);
      await withdrawn();
      expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT']);
    });
  });

  test('says nothing of what was never asked, or is known as stopped', async () => {
    const line = await asked();
    await consent.state({ state: 'withdrawn' });
    await consent.hear();
    lines.lineIs(line.lineId, 'recalled');
    const { line: never, event } = await proposedLine(enquiry, { purpose: 'S17', requestId: line.requestId });
    await lines.react(event);
    await refused(line);
    expect(await lines.outcomes(line.lineId)).toEqual(['PERMIT', 'DENY']);
    expect(await lines.outcomes(never.lineId)).toEqual(['DENY']);
  });
});
