import { ago, DECIDED, decisionStub } from '../../../../browser-tests/stubs/decided-enquiry';
import { openEnquiryStub } from '../shared/open-enquiry.stub';
import { decisionPageView } from './decision.presenter';

const RATIONALE = { worried: 'Alone at night', workingWell: 'Aunt', needsToHappen: 'Help', childReasons: [] };
const manager = { accountId: 'me', isManager: true };
const view = (decision = decisionStub(), rationale: typeof RATIONALE | undefined = RATIONALE, reader = manager) =>
  decisionPageView(openEnquiryStub({ decisions: [decision] }), rationale, reader);

describe('The decision section', () => {
  test('says what was decided for each child in the words of the pack', () => {
    expect(view().outcomes).toEqual([
      { key: 'Kian Marlowe', value: 'Early help' },
      { key: 'Unborn baby Marlowe', value: 'Universal services' },
    ]);
  });

  test('says "Look again" where something came after, with why and when', () => {
    const flagged = view(decisionStub({ flags: [{ because: 'late_answer', at: ago(1) }] }));
    expect(flagged.heading).toBe('Look at this decision again');
    expect(flagged.lookAgain[0]).toMatch(/^An answer came .*Look again\.$/);
    expect(flagged.next?.href).toContain('/decide');
  });

  test('forgets a flag that was cleared', () => {
    const cleared = view(decisionStub({ flags: [{ because: 'late_answer', at: ago(2), clearedAt: ago(1) }] }));
    expect(cleared.lookAgain).toEqual([]);
  });

  test('shows that an agency gave no answer, as a gap', () => {
    expect(view().views).toContainEqual({ key: 'Riverside NHS Trust', value: 'No answer', isGap: true });
  });

  test('says that the reasons are sealed where they may not be shown, and shows none', () => {
    const sealed = decisionPageView(openEnquiryStub({ decisions: [decisionStub()] }), undefined, manager);
    expect(sealed.noRationale).toContain('sealed');
    expect(sealed.rationale).toEqual([]);
  });

  test('names nobody by account: the reader is "You", another is not named', () => {
    expect(view(decisionStub({ decidedBy: 'me' })).about[0]?.value).toMatch(/^You, /);
    expect(view().about[0]?.value).toMatch(/^A hub manager, /);
  });

  test('offers an analyst no next step that only a manager can do', () => {
    expect(view(decisionStub(), RATIONALE, { accountId: 'me', isManager: false }).next).toBeUndefined();
  });

  test('leads from handing over to telling the referrer, and then nowhere', () => {
    const route = { routeId: DECIDED.routeId, decisionId: DECIDED.decisionId, routedAt: ago(1), dueAt: ago(-1) };
    const routes = [
      { ...route, team: 'early-help' as const, personIds: [DECIDED.child], state: 'accepted' as const },
      { ...route, team: 'universal' as const, personIds: [DECIDED.baby], state: 'waiting' as const },
    ];
    const next = (changes: object) =>
      decisionPageView(openEnquiryStub({ decisions: [decisionStub()], ...changes }), undefined, manager).next?.text;
    expect(next({})).toBe('Hand over');
    expect(next({ routes })).toBe('Tell the referrer');
    expect(
      next({ routes, feedback: [{ feedbackId: DECIDED.letterId, extent: 'full', sentAt: ago(0) }] }),
    ).toBeUndefined();
  });

  test('says of a letter that was not let go that nothing was sent, and leads to telling the referrer otherwise', () => {
    const route = { routeId: DECIDED.routeId, decisionId: DECIDED.decisionId, routedAt: ago(1), dueAt: ago(-1) };
    const routes = [
      { ...route, team: 'early-help' as const, personIds: [DECIDED.child], state: 'accepted' as const },
      { ...route, team: 'universal' as const, personIds: [DECIDED.baby], state: 'accepted' as const },
    ];
    const feedback = [{ feedbackId: DECIDED.letterId, extent: 'full', sentAt: ago(0), refused: true }];
    const open = openEnquiryStub({ decisions: [decisionStub()], routes, feedback });
    const shown = decisionPageView(open, undefined, manager);
    expect(shown.feedback).toMatchObject([{ key: 'Not let go', isGap: true }]);
    expect(shown.feedback[0]?.value).toContain('Nothing of it has been sent');
    expect(shown.next?.text).toBe('Tell the referrer');
  });

  test('says of a letter of an earlier decision that it did not go, and leads to telling the referrer of this one', () => {
    const letter = {
      feedbackId: DECIDED.letterId,
      extent: 'full',
      sentAt: ago(9),
      overtaken: 'decided_again',
    } as const;
    const shownWith = (...later: object[]) =>
      decisionPageView(
        openEnquiryStub({
          decisions: [decisionStub()],
          feedback: [letter, ...later.map((one) => ({ ...letter, ...one }))],
        }),
        undefined,
        manager,
      ).feedback[0];
    expect(shownWith()).toMatchObject({ key: 'Did not go', isGap: true });
    expect(shownWith()?.value).toMatch(/nothing will be: it was decided again\. Write another/);
    expect(shownWith({ extent: 'withheld', sentAt: ago(0), overtaken: undefined })?.value).not.toContain(
      'Write another',
    );
  });

  test.each([
    ['email', 'Told: full', /^\d\d:\d\d .*, delivered /, false],
    ['telephone_task', 'Letter: full', /Somebody was asked to ring the referrer/, true],
    ['none', 'Letter: full', /Nothing was sent: the referrer asked not to hear back/, false],
    [undefined, 'Told: full', /, delivered /, false],
  ] as const)('says how the referrer was told: %s', (toldBy, key, value, isGap) => {
    const told = { feedbackId: DECIDED.letterId, extent: 'full', sentAt: ago(0), acknowledgedAt: ago(0), toldBy };
    const open = openEnquiryStub({ decisions: [decisionStub()], feedback: [told] });
    expect(decisionPageView(open, undefined, manager).feedback).toEqual([
      { key, value: expect.stringMatching(value) as string, isGap },
    ]);
  });

  test('leads a manager to take back a letter that waits, and nobody else', () => {
    const letter = { feedbackId: DECIDED.letterId, letterId: DECIDED.letterId, extent: 'full', sentAt: ago(0) };
    const shownTo = (isManager: boolean, changes: object) => {
      const open = openEnquiryStub({ decisions: [decisionStub()], feedback: [{ ...letter, ...changes }] });
      return decisionPageView(open, undefined, { ...manager, isManager }).takeBack?.href;
    };
    expect(shownTo(true, { held: true })).toBe(`/enquiries/${DECIDED.reference}/feedback`);
    expect(shownTo(false, { held: true })).toBeUndefined();
    expect(shownTo(true, {})).toBeUndefined();
  });

  test('asks for no other letter than the one that was written since', () => {
    const refused = { feedbackId: DECIDED.letterId, extent: 'full', sentAt: ago(2), refused: true };
    const rowsWith = (...later: object[]) =>
      decisionPageView(
        openEnquiryStub({
          decisions: [decisionStub()],
          feedback: [refused, ...later.map((one) => ({ ...refused, ...one }))],
        }),
        undefined,
        manager,
      ).feedback.map(({ value }) => value.includes('Write another'));
    expect(rowsWith({ sentAt: ago(1), refused: false })).toEqual([false, false]);
    expect(rowsWith({ sentAt: ago(1), refused: false, held: true })).toEqual([false, false]);
    expect(rowsWith({ sentAt: ago(1) })).toEqual([true, true]);
  });

  test('says so before anything is decided', () => {
    expect(decisionPageView(openEnquiryStub(), undefined, manager).heading).toBe('Nothing has been decided yet');
  });
});
