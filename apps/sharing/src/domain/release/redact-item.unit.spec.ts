import { PLACE_LEFT_OUT } from '@mash/contracts';
import type { AnswerItem, AnswerItemFacts } from '@mash/sealing';
import type { RedactionCode } from '../decision';
import { NOTHING_STATED } from '../holder/what-stands';
import { LEFT_OUT, redactedItem, SOMEONE_ELSE, type ItemToRedact } from './redact-item';

const TEXT = 'Seen with Olwen Tarry and Pim Tarry at 12 Mill Pond Lane, RV1 4QT.';
const item: AnswerItem = {
  ...{ itemId: 'one', category: 'police-incidents', when: { date: '2026-05-04' }, kind: 'fact', text: TEXT },
  ...{ source: 'Call handler', actionTaken: 'Spoke to Olwen Tarry.', reference: 'R-1' },
};
const facts: AnswerItemFacts = {
  ...{ itemId: 'one', category: 'police-incidents', class: 'criminal', confidential: false, handling: 'none' },
  ...{ flags: [], subjects: ['child'], thirds: 'none', redaction: 'whole', dates: {}, relevance: 'relevant' },
  ...{ width: 'named', bar: 'none', sign: 'none' },
};
const shown = (redactions: RedactionCode[], changes: Partial<ItemToRedact> = {}) =>
  redactedItem({ item, facts, redactions, notThirds: new Set(), ...changes });
const at = (name: string) => ({ from: TEXT.indexOf(name), to: TEXT.indexOf(name) + name.length });

describe('An item that is shown', () => {
  test('is whole where nothing must go', () => {
    expect(shown([])).toEqual(item);
  });

  test('loses the passages of others, and the fields where nobody marked them', () => {
    const thirdPartyPassages = [at('Pim Tarry'), at('Olwen Tarry')];
    const redacted = shown(['THIRD_PARTY'], { facts: { ...facts, thirds: 'personal', thirdPartyPassages } });
    expect(redacted.text).toBe(`Seen with ${SOMEONE_ELSE} and ${SOMEONE_ELSE} at 12 Mill Pond Lane, RV1 4QT.`);
    expect(JSON.stringify(redacted)).not.toContain('Tarry');
  });

  test('keeps the people whom the enquiry is about', () => {
    const thirdPartyPassages = [{ ...at('Pim Tarry'), personId: 'pim' }, at('Olwen Tarry')];
    const notThirds = new Set(['pim']);
    const { text } = shown(['THIRD_PARTY'], { notThirds, facts: { ...facts, thirds: 'personal', thirdPartyPassages } });
    expect(text).toContain('Pim Tarry');
    expect(text).not.toContain('Olwen');
  });

  test('is left out where others are in it and nobody said where', () => {
    expect(shown(['THIRD_PARTY_PASSAGE'], { facts: { ...facts, thirds: 'special' } }).text).toBe(LEFT_OUT);
  });

  test("reads in the holder's own wording where the original may tell the source", () => {
    const own = { ...item, sanitisedText: 'Seen with others.' };
    const redacted = shown([], { item: own, facts: { ...facts, flags: ['source_risk', 'sanitised'] } });
    expect(redacted).toMatchObject({ text: 'Seen with others.', source: 'The holding agency' });
    expect(redacted).not.toHaveProperty('sanitisedText');
    expect(redacted).not.toHaveProperty('reference');
  });

  test("reads in the holder's own wording alone also where that is the text: the source may lie in the field beside it", () => {
    const beside = { ...item, source: 'Her neighbour Olwen Tarry' };
    const sanitised = {
      item: { ...beside, sanitisedText: TEXT },
      facts: { ...facts, flags: ['source_risk', 'sanitised'] },
    };
    const released = { item: beside, stands: { ...NOTHING_STATED, wording: { text: TEXT } } };
    for (const redacted of [shown([], sanitised as Partial<ItemToRedact>), shown(['WORDING_ONLY'], released)]) {
      expect(redacted).toMatchObject({ text: TEXT, source: 'The holding agency' });
      expect(redacted).not.toHaveProperty('actionTaken');
      expect(redacted).not.toHaveProperty('reference');
    }
    expect(shown(['WORDING_ONLY'], { item: beside })).toMatchObject({ text: TEXT, source: beside.source });
  });

  test('shows no street and no postcode where a place is protected', () => {
    const { text } = shown(['PLACE', 'AREA']);
    expect(text).toContain(PLACE_LEFT_OUT);
    expect(text).not.toMatch(/Mill Pond|RV1/);
  });

  test.each([
    ['education-enrolment', 'SCHOOL'],
    ['health-registration', 'SURGERY'],
    ['housing-tenancy', 'PLACE'],
  ] as const)(
    'of %s is left out wherever the decision says that the %s goes, whatever place is protected',
    (category, code) => {
      const own = { ...item, category, text: 'At the one by the mill.' };
      const its = { item: own, facts: { ...facts, category } };
      expect(shown([code], its)).toMatchObject({ text: PLACE_LEFT_OUT, source: 'The holding agency' });
      expect(shown([], its)).toEqual(own);
      expect(shown(['THIRD_PARTY'], { ...its, facts: { ...its.facts, thirdPartyPassages: [] } }).text).not.toBe(
        PLACE_LEFT_OUT,
      );
    },
  );

  test('that its holder marked as telling a protected place is left out', () => {
    const marked = { ...facts, flags: ['protected_address' as const] };
    expect(shown(['PLACE'], { facts: marked }).text).toBe(PLACE_LEFT_OUT);
    expect(shown([], { facts: marked })).toEqual(item);
  });

  test('tells the place in none of its other fields either, where its text does not', () => {
    const own: AnswerItem = {
      ...{ ...item, text: 'He was spoken to.', when: { approx: 'When she moved to RV1 4QT' } },
      ...{ source: 'Meadow Lane Primary', actionTaken: 'Taken home to 12 Mill Pond Lane.', reference: 'RV1 4QT-7' },
    };
    const redacted = shown(['PLACE', 'AREA', 'SCHOOL', 'SURGERY'], { item: own });
    expect(redacted).toMatchObject({ text: 'He was spoken to.', actionTaken: `Taken home to ${PLACE_LEFT_OUT}.` });
    expect(JSON.stringify(redacted)).not.toMatch(/Mill Pond|RV1|Meadow/);
    expect(shown([], { item: own })).toEqual(own);
  });

  test('with overlapping passages is cut once', () => {
    const one = at('Olwen Tarry');
    const thirdPartyPassages = [one, { from: one.from + 3, to: one.to + 4 }];
    const { text } = shown(['THIRD_PARTY'], { facts: { ...facts, thirds: 'personal', thirdPartyPassages } });
    expect(text).toBe(`Seen with ${SOMEONE_ELSE} Pim Tarry at 12 Mill Pond Lane, RV1 4QT.`);
  });
});

describe('An item that its holder has released', () => {
  const stands = (text: string) => ({ ...NOTHING_STATED, release: 'released' as const, wording: { text } });

  test('in a wording is read in those words only, without where the holder has it from', () => {
    const redacted = shown(['WORDING_ONLY'], { stands: stands('Seen with others.') });
    expect(redacted).toMatchObject({ text: 'Seen with others.', source: 'The holding agency' });
    expect(JSON.stringify(redacted)).not.toMatch(/Tarry|Mill Pond|Call handler|R-1/);
  });

  test('in a wording is read in no other words once nobody can tell whether it is released', () => {
    expect(shown([], { stands: { ...stands('Seen with others.'), release: 'unknown' } })).toMatchObject({
      ...{ text: 'Seen with others.', source: 'The holding agency' },
    });
  });

  test('as it stands still loses others and protected places', () => {
    const asItStands = { ...NOTHING_STATED, release: 'released' as const };
    const thirdPartyPassages = [at('Pim Tarry'), at('Olwen Tarry')];
    const its = { stands: asItStands, facts: { ...facts, thirds: 'personal' as const, thirdPartyPassages } };
    const { text } = shown(['WORDING_ONLY', 'THIRD_PARTY', 'PLACE'], its);
    expect(text).toBe(`Seen with ${SOMEONE_ELSE} and ${SOMEONE_ELSE} at ${PLACE_LEFT_OUT}, ${PLACE_LEFT_OUT}.`);
  });

  test('brings back neither others nor places by its wording', () => {
    const thirdPartyPassages = [at('Pim Tarry')];
    const its = {
      stands: stands('Pim Tarry was at 12 Mill Pond Lane, RV1 4QT.'),
      facts: { ...facts, thirds: 'personal' as const, thirdPartyPassages },
    };
    const { text } = shown(['WORDING_ONLY', 'THIRD_PARTY', 'PLACE'], its);
    expect(text).not.toMatch(/Pim|Mill Pond|RV1/);
  });

  test('reads in the newer words from which no source can be told', () => {
    const its = { stands: { ...NOTHING_STATED, sanitisedText: 'Newer.' }, item: { ...item, sanitisedText: 'Older.' } };
    expect(shown([], { ...its, facts: { ...facts, flags: ['source_risk', 'sanitised'] } }).text).toBe('Newer.');
  });
});
