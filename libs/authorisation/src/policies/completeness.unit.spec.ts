import type { SubjectKind } from '../ability/abilities';
import { POLICIES } from '../ability/abilities';
import type { Grant } from '../ability/condition';
import { ALL_SCENARIOS } from './all.scenarios';
import { everybody } from './shared/actors.scenarios';
import type { ScenariosOf } from './shared/scenario.scenarios';

const kinds = Object.keys(POLICIES) as SubjectKind[];
const grantsOf = (kind: SubjectKind) => everybody.flatMap((actor) => POLICIES[kind](actor) as Grant<string, object>[]);

describe('The rules as a whole', () => {
  test('an ability without scenarios does not compile', () => {
    const { 'read AuditEntry': readings } = ALL_SCENARIOS.AuditEntry;
    const { granted } = ALL_SCENARIOS.MailboxItem['read MailboxItem'];
    // @ts-expect-error: `export AuditEntry` has no scenarios here
    const withoutOne: ScenariosOf<'AuditEntry'> = { 'read AuditEntry': readings };
    const withoutDenials: ScenariosOf<'MailboxItem'> = {
      // @ts-expect-error: an ability with nothing denied is not shown to refuse anybody
      'read MailboxItem': { granted, denied: [] },
    };
    expect([withoutOne, withoutDenials]).toHaveLength(2);
  });

  test.each(kinds)('every ability on %s is granted to somebody, and its scenarios name it', (kind) => {
    const granted = new Set(grantsOf(kind).flatMap(({ actions }) => actions.map((action) => `${action} ${kind}`)));
    expect([...granted].sort()).toEqual(Object.keys(ALL_SCENARIOS[kind]).sort());
  });

  test.each(kinds)(
    'no rule on %s reaches beyond the actor’s partnership, or is built from something undefined',
    (kind) => {
      for (const { where } of grantsOf(kind)) {
        expect(where).toHaveProperty('partnershipId', expect.any(String));
        for (const value of Object.values(where)) expect(value).toBeDefined();
      }
    },
  );
});
