import type { SendRequests } from '@mash/contracts';
import { sendFaults } from './send-faults';

const PERSON = '01980000-0000-7000-8000-0000000000a1';
const known = {
  threshold: 's17' as const,
  worries: ['neglect'],
  personIds: [PERSON],
  agencies: [
    { agencyId: 'riverside-police', kind: 'police' },
    { agencyId: 'hillbrook-council', kind: 'council_other' },
  ],
};
const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const sealed = { kid: 'k', envelope: 'a.b.c.d.e' };

type Request = SendRequests['requests'][number];
const sending = (change: Partial<Request>): SendRequests => ({
  ratingVersion: 1,
  rosterVersion: 1,
  thresholdVersion: 1,
  purpose: 'S17',
  requests: [
    {
      requestId: id(1),
      agencyId: 'riverside-police',
      textHash: '0'.repeat(64),
      lines: [{ lineId: id(2), personId: PERSON, category: 'police-incidents', existenceOnly: false, need: 'yes' }],
      envelopes: [{ envelopeId: id(3), personId: PERSON, sealed }],
      ...change,
    },
  ],
});
const codes = (command: SendRequests) => sendFaults(command, known).map(({ code }) => code);

describe('What is sent to agencies', () => {
  test('is faultless where agency, people and envelopes fit', () => {
    expect(codes(sending({}))).toEqual([]);
  });

  test('never goes to an agency that nobody registered', () => {
    expect(codes(sending({ agencyId: 'nobody' }))).toEqual(['unknown_agency']);
  });

  test('is sent for screening only while no threshold has been judged', () => {
    const screening: SendRequests = { ...sending({}), purpose: 'SCREEN' };
    expect(codes(screening)).toEqual(['no_longer_screening']);
    expect(sendFaults(screening, { ...known, threshold: 'none' })).toEqual([]);
  });

  test('asks for nothing that is told and not asked; what is outside the work is for the rules to refuse', () => {
    for (const purpose of ['ENCOMPASS', 'INFORM', 'FEEDBACK', 'SAR'] as const)
      expect(codes({ ...sending({}), purpose })).toEqual(['not_an_asking']);
    for (const purpose of ['DA', 'EVIDENCE', 'LITIGATION'] as const)
      expect(codes({ ...sending({}), purpose })).toEqual([]);
  });

  test('is needed for no worry but one of the pack, and may leave it unsaid', () => {
    const line = { lineId: id(2), personId: PERSON, category: 'police-incidents', existenceOnly: false } as const;
    expect(codes(sending({ lines: [{ ...line, need: 'yes', worry: 'neglect' }] }))).toEqual([]);
    expect(codes(sending({ lines: [{ ...line, need: 'yes', worry: 'the-weather' }] }))).toEqual(['unknown_worry']);
    expect(codes(sending({ lines: [line] }))).toEqual([]);
  });

  test('says of nobody but a neighbouring council that the person is in its area', () => {
    const line = {
      lineId: id(2),
      personId: PERSON,
      category: 'social-care-history',
      existenceOnly: false,
      need: 'yes',
    } as const;
    const lines = [{ ...line, crossBorder: true }];
    expect(codes(sending({ lines }))).toEqual(['no_border']);
    expect(codes(sending({ agencyId: 'hillbrook-council', lines }))).toEqual([]);
  });

  test('never asks about a person who is not on the roster, or without an envelope to open', () => {
    const line = {
      lineId: id(4),
      personId: id(9),
      category: 'police-incidents' as const,
      existenceOnly: false,
      need: 'yes' as const,
    };
    expect(codes(sending({ lines: [line], envelopes: [] }))).toEqual(['not_on_roster', 'no_envelope']);
  });

  test('never asks the same question twice in one request', () => {
    const line = {
      personId: PERSON,
      category: 'police-incidents' as const,
      existenceOnly: false,
      need: 'yes' as const,
    };
    expect(
      codes(
        sending({
          lines: [
            { lineId: id(5), ...line },
            { lineId: id(6), ...line },
          ],
        }),
      ),
    ).toEqual(['asked_twice']);
  });

  test('never carries an envelope about somebody nobody asks about, two about one person, or a request id twice', () => {
    const [own, other] = [
      { envelopeId: id(7), personId: PERSON, sealed },
      { envelopeId: id(8), personId: id(9), sealed },
    ];
    expect(codes(sending({ envelopes: [own, other] }))).toEqual(['nothing_asked']);
    expect(codes(sending({ envelopes: [own, { ...own, envelopeId: id(8) }] }))).toEqual(['sealed_twice']);
    const { requests, ...rest } = sending({});
    expect(codes({ ...rest, requests: [...requests, ...requests] })).toEqual(['request_twice']);
  });
});
