import type { ObligationView } from '@mash/contracts';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { taskDoneView } from './task-done.presenter';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const [READER, OTHER] = ['0198aaaa-0000-7000-8000-000000000001', '0198aaaa-0000-7000-8000-000000000002'];
const task = {
  ...{ obligationId: READER, enquiryReference: 'E-7K2Q4X9', words: 'Judge the risk again', owner: 'manager' },
  ...{ state: 'done', doneAt: '2026-11-24T09:12:00.000Z', doneBy: OTHER },
} as ObligationView;
const viewOf = (changes: Partial<ObligationView>, role: SignedInPerson['roles'][number] = 'mash-manager') =>
  taskDoneView(
    {
      ...{ task: { ...task, ...changes }, name: undefined, note: undefined },
      naming: (account) => (account === OTHER ? 'Helen Okafor (MASH manager)' : undefined),
      reader: { accountId: READER, roles: [role] } as SignedInPerson,
    },
    NOW,
  );

describe('The page of a task that is done', () => {
  test('says by whom and when, and leads the hub to what was noted', () => {
    expect(viewOf({})).toMatchObject({
      heading: 'This is done',
      words: 'Judge the risk again: done by Helen Okafor (MASH manager), 09:12 today.',
      historyHref: '/enquiries/E-7K2Q4X9/history',
    });
    expect(viewOf({ doneBy: READER }).words).toContain('done by you');
    expect(viewOf({ doneBy: 'sharing' }).words).toContain('done by the platform itself');
  });

  test('names nobody to whom the reader may not, and leads an agency nowhere that it may not go', () => {
    const { doneBy: _none, ...unnamed } = task;
    expect(viewOf({ doneBy: '0198aaaa-0000-7000-8000-000000000003' }).words).toContain('done by a colleague');
    expect(
      taskDoneView(
        {
          ...{ task: unnamed, name: undefined, note: 'I rang.' },
          naming: () => undefined,
          reader: { accountId: READER, roles: ['police-liaison'] } as unknown as SignedInPerson,
        },
        NOW,
      ),
    ).toMatchObject({
      ...{ words: expect.stringContaining('done by a colleague') as string, historyHref: undefined, note: 'I rang.' },
    });
  });
});
