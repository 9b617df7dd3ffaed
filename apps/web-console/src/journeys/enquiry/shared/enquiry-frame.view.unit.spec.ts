import { aChild, aClock, anEnquiry, aRoster, CHILD, NOW, READER } from '../testing/an-enquiry';
import { enquiryFrameView } from './enquiry-frame.view';
import { sectionLinks } from './enquiry-sections';
import { nextStepLink } from './next-step';
import { ownerWords } from './owner-words';
import { ageOf, kindAndAge } from './person-words';
import { purposeOf } from './purpose-of';

const frame = (enquiry = anEnquiry(), roster: ReturnType<typeof aRoster> | undefined = aRoster()) =>
  enquiryFrameView({
    enquiry,
    roster,
    reader: { accountId: READER, name: 'Priya Raman', roles: ['mash-analyst'] },
    now: NOW,
  });

describe('The frame above each page of an enquiry', () => {
  test('names the children with their ages, and who has it', () => {
    expect(frame(anEnquiry({ ownerId: READER }))).toMatchObject({
      children: 'Kian Marlowe, 8 years',
      owner: 'You have it',
    });
    expect(frame(anEnquiry({ ownerId: CHILD })).owner).toBe('A colleague has it');
    expect(ownerWords(CHILD, READER, () => 'Callum Reid (MASH analyst)')).toBe('Callum Reid (MASH analyst) has it');
  });

  test('falls back to kinds and ages where names are not to be had', () => {
    const view = enquiryFrameView({
      enquiry: anEnquiry(),
      roster: undefined,
      reader: { accountId: READER, name: 'Priya Raman', roles: ['mash-analyst'] },
      now: NOW,
    });
    expect(view.children).toBe('1 child (5 to 10)');
  });

  test('shows the clock that matters most, then the next one due, and none that is met', () => {
    const [met, decide, rate] = [
      aClock(10, { code: 'screen', state: 'met', metAt: NOW.toISOString() }),
      aClock(200, { code: 'decide' }),
      aClock(20),
    ];
    const labels = frame(anEnquiry({ clock: decide, clocks: [met, decide, rate] })).clocks.map(({ label }) => label);
    expect(labels).toEqual(['Decide', 'Rate']);
  });

  test('carries what is in force on every page', () => {
    const flagged = anEnquiry({ protection: true, restricted: true, openCase: true, urgent: true });
    expect(frame(flagged).flags).toEqual([
      'Immediate protection is running',
      'Restricted: named people only',
      'Open case',
      'Urgent',
    ]);
    expect(frame().flags).toEqual([]);
  });
});

describe('Words and addresses of an enquiry', () => {
  test('a page that belongs to no section marks none', () => {
    expect(sectionLinks('E-7K2Q4X9', undefined).filter((one) => (one as { active: boolean }).active)).toEqual([]);
    expect(sectionLinks('E-7K2Q4X9', 'rating')).toContainEqual({
      text: 'Rating',
      href: '/enquiries/E-7K2Q4X9/rate',
      active: true,
    });
  });

  test('an age that is not known is said, never guessed', () => {
    expect(ageOf(aChild({ birthDate: undefined, ageBand: 'not_known' }), NOW)).toBe('age not known');
    expect(ageOf(aChild({ birthDate: { year: 2018, approximate: true } }), NOW)).toMatch(/^about /);
    expect(kindAndAge({ kind: 'unborn', ageBand: 'unborn' })).toBe('unborn baby');
  });

  test('the purpose follows the newest threshold, and is screening before there is one', () => {
    const threshold = (version: number, level: 's17' | 's47') => ({
      version,
      level,
      judgedBy: READER,
      judgedAt: NOW.toISOString(),
      grounds: [],
    });
    expect(purposeOf(anEnquiry())).toBe('SCREEN');
    expect(purposeOf(anEnquiry({ thresholds: [threshold(2, 's47'), threshold(1, 's17')] }))).toBe('S47');
  });

  test('chasing names nobody where nobody is late', () => {
    expect(nextStepLink({ reference: 'E-7K2Q4X9', nextStep: 'chase', lateAgencies: [] }).text).toBe('Chase');
  });
});
