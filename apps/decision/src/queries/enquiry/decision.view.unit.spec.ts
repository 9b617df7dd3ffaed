import { newId, NOT_NAMED_AGENCY } from '@mash/contracts';
import { people } from '@mash/testing';
import type { DecisionRecord, DissentRecord } from '../../persistence/decision.repository';
import { decisionViews } from './decision.view';

const [refuge, school] = ['a-refuge', 'a-school'];
const [decisionId, enquiryId, at] = [newId(), newId(), new Date('2026-11-24T10:00:00.000Z')];
const sealed = { kid: newId(), envelope: 'sealed' };
const decision = {
  ...{ decisionId, enquiryId, version: 1, rosterVersion: 1, decidedBy: people.manager.id, decidedAt: at, outcomes: [] },
  agencyViews: [refuge, school].map((agencyId) => ({ agencyId, view: 'agrees' as const })),
  ...{ unansweredConfirmed: [], strategy: 'not_indicated', whoTellsFamily: 'hub', ...sealed },
} as DecisionRecord;
const dissent = (agencyId: string): DissentRecord => ({
  ...{ dissentId: newId(), decisionId, enquiryId, agencyId, raisedBy: 'somebody', ground: 'threshold', stage: '1' },
  ...{ raisedAt: at, dueAt: at, ...sealed },
});
const seenBy = (reader: { id: string; agencyId: string; roles: (typeof people.analyst)['roles'] }) => {
  const its = { reader, notNamed: new Set([refuge]) };
  const [one] = decisionViews([decision], [], [refuge, school].map(dissent), its);
  return [one?.agencyViews, one?.dissents].map((all) => all?.map(({ agencyId }) => agencyId));
};

describe('Agencies beside a decision', () => {
  test('are not named to a reader of the hub where the name says what they know', () => {
    const others = [NOT_NAMED_AGENCY, school];
    expect(seenBy(people.analyst)).toEqual([others, others]);
    expect(JSON.stringify(seenBy(people.deputyManager))).not.toContain(refuge);
  });

  test('are named to who wrote their views down, to themselves, and to who oversees', () => {
    expect(seenBy(people.manager)).toEqual([
      [refuge, school],
      [NOT_NAMED_AGENCY, school],
    ]);
    for (const reader of [{ ...people.healthLiaison, agencyId: refuge }, people.igOfficer, people.auditor])
      expect(seenBy(reader)).toEqual([
        [refuge, school],
        [refuge, school],
      ]);
  });
});
