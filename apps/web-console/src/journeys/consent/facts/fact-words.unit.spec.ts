import type { PersonFacts } from '@mash/contracts';
import { factRows } from './fact-words';

const now = new Date('2026-11-30T09:00:00Z');
const recorded = (objects: boolean, judgedAt: string, saidBy = 'child') =>
  ({ objects, judgedAt, saidBy }) as PersonFacts['recorded'][number];
/** @param written newest first */
const objects = (stands: boolean, ...written: PersonFacts['recorded']) =>
  factRows(
    {
      standing: {
        ...{ kind: '13_15', competence: 'yes', competenceStale: false, objects: stands, dispute: 'none' },
        ...{ parentalResponsibilityProven: false, provenParents: [] },
      },
      recorded: written,
    },
    new Map(),
    now,
  ).find(({ key }) => key === 'Objects')?.value;

describe('Whether somebody objects', () => {
  test('names whose word stands: that of the later day, whatever was written down last', () => {
    const late = recorded(false, '2026-06-01T12:00:00Z', 'parent');
    const fresh = recorded(true, '2026-11-20T12:00:00Z');
    expect(objects(true, late, fresh)).toMatch(/^Yes \(the child.*20 November 2026/);
    expect(objects(false, recorded(false, '2026-11-20T08:00:00Z', 'parent'), fresh)).toMatch(/^No \(a parent/);
  });
});
