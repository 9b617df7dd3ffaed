import { RegisterAgencies, RegisterPartnership, RegisterSignatories } from '../http/sharing/agency-register.http';
import { keepableText } from './keepable-text';

const UNKEPT = ['\0', 'a\0b', '\ud800', 'a\udc00b', '\udc00\ud800'];

describe('Words that a database can keep', () => {
  test('are any but NUL and half of a surrogate pair', () => {
    for (const text of ['', 'Llanŵr', '\u0001\uffff', '\u{1f600}', 'two\nlines'])
      expect(keepableText().safeParse(text).success).toBe(true);
    for (const text of UNKEPT) expect(keepableText().safeParse(text).success).toBe(false);
  });

  test('are all that the register takes, by field', () => {
    const accountId = '0198aaaa-0000-7000-8000-000000000001';
    const signatory = { accountId, agencyId: 'a-force', name: 'Somebody', jobTitle: 'Officer', approves: true };
    const body = { agencyId: 'a-force', name: 'A force', kind: 'police', bound: true, reveals: 'none' };
    const contact = { office: 'The office' };
    const faultsIn = (
      schema: typeof RegisterSignatories | typeof RegisterAgencies | typeof RegisterPartnership,
      of: object,
    ) => schema.safeParse(of).error?.issues.map(({ path }) => path.at(-1));
    for (const odd of UNKEPT) {
      const twice = { signatories: [{ ...signatory, name: odd, jobTitle: odd }] };
      expect(faultsIn(RegisterSignatories, twice)).toEqual(['name', 'jobTitle']);
      const agencies = [{ ...body, s47List: false, name: odd, answersFor: [odd] }];
      expect(faultsIn(RegisterAgencies, { agencies })).toEqual(['name', 0]);
      const partnership = { slug: 'ours', name: odd, contact: { ...contact, office: odd, telephone: odd } };
      expect(faultsIn(RegisterPartnership, partnership)).toEqual(['name', 'office', 'telephone']);
    }
  });
});
