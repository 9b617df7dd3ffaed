import type { Signatory } from '@mash/contracts';
import { Posted } from '../../forms/posted';
import { signatoriesView, type SignatoriesGiven } from './list/signatories.presenter';
import { readSignatory } from './name/name-signatory.form';
import { nameSignatoryView } from './name/name-signatory.presenter';

const ACCOUNT = '0198aaaa-0000-7000-8000-00000000000a';
const varga: Signatory = {
  ...{ accountId: ACCOUNT, agencyId: 'riverside-police', name: 'Paul Varga' },
  ...{ jobTitle: 'Head of public protection', approves: true },
};
const body = (agencyId: string, name: string) => ({ agencyId, name, kind: 'police', bound: true }) as const;
const AGENCIES = [
  body('riverside-police', 'Riverside Police'),
  body('riverside-council', 'Riverside Council'),
] as unknown as SignatoriesGiven['agencies'];
const view = (changes: Partial<SignatoriesGiven> = {}) =>
  signatoriesView({
    ...{ signatories: [varga], agencies: AGENCIES, parties: new Set(['riverside-police']), mayKeep: true },
    ...{ heard: () => 'Somebody', today: '2026-11-24' },
    ...changes,
  });
const police = (changes: Partial<SignatoriesGiven> = {}) =>
  view(changes).bodies.find((one) => one.body === 'Riverside Police');

describe('The register of signatories', () => {
  test('says who may approve for whom, and until when', () => {
    expect(view().heading).toBe('Somebody may approve for every party');
    expect(police()?.rows).toEqual([
      {
        ...{ name: 'Paul Varga', jobTitle: 'Head of public protection', approves: 'May approve', spell: 'Now' },
        changeHref: `/signatories/riverside-police/${ACCOUNT}`,
      },
    ]);
    const leaving = { ...varga, endedOn: '2026-12-01' };
    expect(police({ signatories: [leaving] })?.rows[0]?.spell).toBe('Until 30 November 2026');
    expect(police({ signatories: [leaving], today: '2026-12-01' })?.rows[0]?.spell).toBe('Ended 30 November 2026');
  });

  test('is unsafe where nobody may approve for a party any more, or nobody signs in with an account', () => {
    const held = ['Nobody may approve for it: no version that it is party to can come into force'];
    for (const one of [
      { ...varga, approves: false },
      { ...varga, endedOn: '2026-11-24' },
    ])
      expect(police({ signatories: [one] })?.warnings).toEqual(held);
    expect(view({ signatories: [] }).heading).toBe('Who may approve is unsafe at 1 body');
    expect(police({ heard: () => undefined })?.warnings).toEqual([
      'Nobody has signed in with the account of Paul Varga yet. Check the number',
    ]);
    expect(police({ heard: undefined })?.warnings).toEqual([]);
  });

  test('can be read, and not kept, by whoever oversees it', () => {
    const { nameHref, rows } = police({ mayKeep: false }) ?? {};
    expect([nameHref, rows?.[0]?.changeHref]).toEqual([undefined, undefined]);
  });
});

describe('Naming a signatory', () => {
  const typed = { account: ACCOUNT.toUpperCase(), name: 'Paul Varga', post: 'Head of public protection' };
  const read = (fields: object, its: { entry?: Signatory; known?: Signatory[] } = {}) =>
    readSignatory(new Posted({ ...typed, ...fields }), {
      ...{ agencyId: 'riverside-police', entry: undefined, known: [] },
      ...its,
    });

  test('reads who it is, what for and until when', () => {
    const last = { 'last-day': '30', 'last-month': '11', 'last-year': '2026' };
    expect(read({ approves: 'yes', ...last }).signatory).toEqual({ ...varga, endedOn: '2026-12-01' });
    expect(read({ approves: 'no' }).signatory).toEqual({ ...varga, approves: false });
  });

  test('says all that is missing at once', () => {
    const { errors } = read({ account: '12', name: '', post: 'x'.repeat(121) });
    expect(errors.map(({ field }) => field)).toEqual(['account', 'name', 'post', 'approves']);
  });

  test('writes over nobody who is there already', () => {
    expect(read({ approves: 'no' }, { known: [varga] }).errors).toMatchObject([{ field: 'account' }]);
    expect(read({ approves: 'no' }, { entry: varga, known: [varga] }).signatory).toEqual({ ...varga, approves: false });
  });

  test('begins with what the entry says, and a last day can be taken back', () => {
    const entry = { ...varga, endedOn: '2026-12-01' };
    const fields = nameSignatoryView(
      { agencyId: 'riverside-police', body: 'Riverside Police', entry },
      undefined,
      [],
    ).fields;
    expect(JSON.stringify(fields)).toContain('"value":"30"');
    expect(JSON.stringify(fields)).not.toContain('Account number');
    const emptied = { 'last-day': '', 'last-month': '', 'last-year': '' };
    expect(read({ approves: 'yes', ...emptied }, { entry, known: [entry] }).signatory).toEqual(varga);
  });
});
