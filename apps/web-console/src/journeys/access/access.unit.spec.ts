import type { EnquiryAccess } from '@mash/contracts';
import { Posted } from '../../forms/posted';
import { enquiryReferenceOf, readGlass } from './break-glass/break-glass.form';
import { readAccess } from './restrict/access.form';
import { accessView } from './restrict/access.presenter';

const [ME, ANALYST, OFFICER, STRANGER] = ['1', '2', '3', '4'].map(
  (one) => `0198aaaa-0000-7000-8000-00000000000${one}`,
) as [string, string, string, string];
const NOW = new Date('2026-11-24T10:00:00.000Z');

const standing = (changes: Partial<EnquiryAccess> = {}): EnquiryAccess => ({
  ...{ version: 3, restricted: false, named: [], conflicts: [] },
  staff: [
    {
      accountId: ME,
      name: 'Grace Adeyemi',
      roleTitle: 'MASH manager',
      agencyId: 'riverside-council',
      roles: ['mash-manager'],
    },
    {
      accountId: ANALYST,
      name: 'Priya Raman',
      roleTitle: 'MASH analyst',
      agencyId: 'riverside-council',
      roles: ['mash-analyst'],
    },
    {
      accountId: OFFICER,
      name: 'Callum Reyes',
      roleTitle: 'Liaison',
      agencyId: 'riverside-police',
      roles: ['police-liaison'],
    },
  ],
  ...changes,
});
const valid = { restricted: 'yes', named: [ANALYST], conflict: OFFICER, reason: 'He knows the family.', version: '3' };
const read = (fields: Record<string, unknown>, access = standing()) => readAccess(new Posted(fields), access, ME);
const fieldsOf = ({ errors }: { errors: readonly { field: string }[] }) => errors.map(({ field }) => field);

describe('Who may see an enquiry, as a manager sets it', () => {
  test('names people of the hub and keeps anybody out', () => {
    expect(read(valid).typed).toEqual({
      ...{ expectedVersion: 3, restricted: true, named: [ANALYST], conflicts: [OFFICER] },
      reason: 'He knows the family.',
    });
  });

  test('opened again it names nobody, and who was kept out stays out unless unticked', () => {
    const access = standing({ restricted: true, conflicts: [{ accountId: STRANGER, by: ME, at: NOW.toISOString() }] });
    const open = { ...valid, restricted: 'no', conflict: '', conflicts: [STRANGER] };
    expect(read(open, access).typed).toMatchObject({ restricted: false, named: [], conflicts: [STRANGER] });
    expect(read({ ...open, conflicts: [] }, access).typed?.conflicts).toEqual([]);
  });

  test('takes nobody whom the page did not offer: an agency’s officer is not named, nor is whoever sets it kept out', () => {
    expect(read({ ...valid, named: [OFFICER, STRANGER], conflict: '' }).typed?.named).toEqual([]);
    expect(fieldsOf(read({ ...valid, conflict: ME }))).toEqual(['conflict']);
    expect(fieldsOf(read({ ...valid, conflict: STRANGER }))).toEqual(['conflict']);
  });

  test('says what is missing or too long, and that nobody is both named and kept out', () => {
    expect(fieldsOf(read({}))).toEqual(['restricted', 'reason']);
    expect(fieldsOf(read({ ...valid, reason: 'x'.repeat(2001) }))).toEqual(['reason']);
    expect(fieldsOf(read({ ...valid, conflict: ANALYST }))).toEqual(['named']);
  });

  test('shows what stands, by whom and since when', () => {
    const named = [{ accountId: STRANGER, by: ME, at: NOW.toISOString() }];
    const given = { reference: 'E-7K2Q4X9', access: standing({ restricted: true, named }), readerId: ME, now: NOW };
    const view = accessView({ ...given, posted: undefined, errors: [] });
    expect(view.heading).toBe('Only named people of the hub see this enquiry');
    expect(view.standing).toEqual([
      {
        title: 'Named',
        lines: [`Account ${STRANGER} (since 10:00 today, by you)`],
      },
    ]);
  });
});

describe('Breaking the glass, as it is typed', () => {
  const glass = { reference: 'e 7k2q4x9', reason: 'immediate_danger', words: 'A neighbour rang.', told: 'yes' };
  const typed = (changes: object) => readGlass(new Posted({ ...glass, ...changes }));

  test('takes a reference as people type it', () => {
    expect(typed({}).typed).toMatchObject({ reference: 'E-7K2Q4X9', reason: 'immediate_danger' });
    expect(enquiryReferenceOf('C-7K2Q4X9')).toBeUndefined();
    expect(enquiryReferenceOf('/enquiries/E-7K2Q4X9')).toBeUndefined();
  });

  test('needs all four, and a reason off the list', () => {
    expect(fieldsOf(readGlass(new Posted({})))).toEqual(['reference', 'reason', 'words', 'told']);
    expect(fieldsOf(typed({ reason: 'curious' }))).toEqual(['reason']);
    expect(fieldsOf(typed({ words: '  ' }))).toEqual(['words']);
    expect(fieldsOf(typed({ words: 'x'.repeat(2001) }))).toEqual(['words']);
  });
});
