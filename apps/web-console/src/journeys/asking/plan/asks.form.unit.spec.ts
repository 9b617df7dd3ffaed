import { tasksOfPurpose, type Purpose } from '@mash/contracts';
import { addedLine, keyOf, linesOfPlan, valueOfAdded } from './ask-line';
import { readAdded, readNewLine, readPurposeText, readTicked } from './asks.form';
import { defaultPurposeText } from '../words/purpose-text';
import { readTask } from './purpose.form';

const child = '0198cccc-0000-7000-8000-000000000004';
const father = '0198cccc-0000-7000-8000-000000000005';
const worries = { issues: ['neglect', 'domestic-abuse'], outside: new Set([father]) };
const widening = { agencies: new Map([['riverside-police', 'Riverside Police']]), personIds: [child, father], worries };
const whole = {
  'add-agency': 'riverside-police',
  'add-person': child,
  'add-category': 'missing-episodes',
  'add-why': 'The school says that he was gone for a night',
};

describe('A line beyond the plan', () => {
  test('is added with its reason, and travels with the form', () => {
    const { line, errors } = readNewLine(whole, widening, []);
    expect(errors).toEqual([]);
    expect(line).toMatchObject({ widened: true, suggested: true, why: whole['add-why'] });
    const value = valueOfAdded(line!);
    expect(readAdded({ added: value, [`why-${value}`]: line!.why }, widening)).toEqual([line]);
  });

  test('needs a reason, an agency of the register, somebody on the roster and a category', () => {
    expect(readNewLine({ ...whole, 'add-why': ' ' }, widening, []).errors).toMatchObject([{ field: 'add-why' }]);
    const nothing = readNewLine({ 'add-agency': 'another', 'add-person': 'x', 'add-category': '*' }, widening, []);
    expect(nothing.errors.map(({ field }) => field)).toEqual(['add-agency', 'add-person', 'add-category', 'add-why']);
  });

  test('is not added twice', () => {
    const { line } = readNewLine(whole, widening, []);
    expect(readNewLine(whole, widening, [line!]).errors).toMatchObject([{ field: 'add-category' }]);
    const value = valueOfAdded(line!);
    expect(readAdded({ added: [value, value], [`why-${value}`]: 'twice' }, widening)).toHaveLength(1);
  });

  test('is added again where its reason is another, and takes the place of the one before', () => {
    const { line } = readNewLine(whole, widening, []);
    const again = readNewLine({ ...whole, 'add-why': 'He was gone for a night' }, widening, [line!]);
    expect(again).toMatchObject({ errors: [], line: { why: 'He was gone for a night' } });
    const ofPlan = { ...line!, widened: false };
    expect(readNewLine(whole, widening, [ofPlan]).errors).toMatchObject([{ field: 'add-category' }]);
  });

  describe('to a neighbouring council', () => {
    const across = {
      agencies: new Map([...widening.agencies, ['hillbrook-council', 'Hillbrook Council']]),
      neighbours: new Set(['hillbrook-council']),
      personIds: [child],
      worries,
    };
    const toNeighbour = { ...whole, 'add-agency': 'hillbrook-council', 'add-border': 'yes' };

    test('says that the child lives, lived or is placed there, and says so still when the form comes back', () => {
      const { line } = readNewLine(toNeighbour, across, []);
      expect(line).toMatchObject({ crossBorder: true });
      const value = valueOfAdded(line!);
      expect(readAdded({ added: value, [`why-${value}`]: line!.why }, across)).toEqual([line]);
      expect(readNewLine({ ...toNeighbour, 'add-border': '' }, across, []).line).not.toHaveProperty('crossBorder');
    });

    test('is the only one that can be said of', () => {
      const { errors } = readNewLine({ ...whole, 'add-border': 'yes' }, across, []);
      expect(errors).toMatchObject([{ field: 'add-border' }]);
      const forged = addedLine(`riverside-police|${child}|missing-episodes|content|border`, 'why', across);
      expect(forged).not.toHaveProperty('crossBorder');
    });
  });

  describe('about somebody who neither lives with the child nor cares for it', () => {
    const aboutFather = { ...whole, 'add-person': father };
    const added = (neededFor: string) => readNewLine({ ...aboutFather, 'add-worry': neededFor }, widening, []);

    test('needs the worry that makes it necessary; about the child none has to be said', () => {
      expect(added('').errors).toMatchObject([{ field: 'add-worry' }]);
      expect(added('the-weather').errors).toMatchObject([{ field: 'add-worry' }]);
      expect(readNewLine(whole, widening, []).line?.need).toEqual({ need: 'yes' });
    });

    test.each([
      ['neglect', { need: 'yes', worry: 'neglect' }],
      ['another', { need: 'yes' }],
      ['none', { need: 'no' }],
    ])('says so still when the form comes back: %s', (neededFor, need) => {
      const { line, errors } = added(neededFor);
      expect(errors).toEqual([]);
      expect(line?.need).toEqual(need);
      const value = valueOfAdded(line!);
      expect(readAdded({ added: value, [`why-${value}`]: line!.why }, widening)).toEqual([line]);
    });

    test('says nothing where the answer was tampered away', () => {
      expect(addedLine(`riverside-police|${father}|missing-episodes|content||`, 'why', widening)?.need).toEqual({});
    });
  });

  test('that was tampered with is dropped', () => {
    expect(addedLine(`riverside-police|${child}|everything|content`, 'why', widening)).toBeUndefined();
    expect(addedLine(`another-body|${child}|missing-episodes|content`, 'why', widening)).toBeUndefined();
    expect(readAdded({ added: { evil: true } }, widening)).toEqual([]);
  });
});

describe('The plan', () => {
  test('offers what nobody has asked yet, ticked as the pack ticks it', () => {
    const line = {
      agencyId: 'riverside-police',
      agencyName: 'Riverside Police',
      personId: child,
      category: 'police-incidents',
      existenceOnly: false,
      suggested: true,
      why: 'Every Red',
      alreadyAsked: false,
    } as const;
    const lines = linesOfPlan([
      line,
      { ...line, category: 'domestic-abuse', alreadyAsked: true },
      { ...line, category: 'missing-episodes', suggested: false, askedNotShown: true },
    ]);
    expect(lines.map(keyOf)).toEqual([`riverside-police|${child}|police-incidents`]);
    expect([...readTicked({ line: ['a', 7, 'b'] })]).toEqual(['a', 'b']);
  });
});

describe('The text that agencies read', () => {
  const rule = { purpose: 'S17', names: ['Kian Marlowe', 'Dawn Marlowe'] } as const;
  const wrong = (purposeText: string, purpose: Purpose = 'S17', work: Purpose = purpose): number =>
    readPurposeText({ purposeText }, { ...rule, purpose, work }).errors.length;

  test('is the text of its purpose, which passes its own rules', () => {
    for (const work of ['SCREEN', 'EH', 'S17', 'S47'] as const)
      for (const purpose of [work, 'STRATEGY', 'DA', 'MISSING', 'ADULT_RISK', 'EVIDENCE'] as const) {
        const fields = { purposeText: defaultPurposeText(purpose, work) };
        expect(readPurposeText(fields, { ...rule, purpose, work }).errors).toEqual([]);
        expect(readTask(fields, { purpose, work })).toEqual({
          ...(tasksOfPurpose(purpose, work).length > 0 && { task: tasksOfPurpose(purpose, work)[0] }),
          errors: [],
        });
      }
  });

  test('may be changed within the truthful purpose', () => {
    expect(wrong('We assess need under section 17. Please answer by noon.')).toBe(0);
    expect(wrong('We make enquiries under section 47.', 'S47')).toBe(0);
  });

  test('never claims a threshold that nobody has judged', () => {
    expect(wrong('We make enquiries under section 47.')).toBe(1);
    expect(wrong('The child is at risk of significant harm', 'SCREEN')).toBe(1);
    expect(wrong('We make enquiries under section 47.', 'DA', 'S17')).toBe(1);
    expect(wrong('We make enquiries under section 47.', 'DA', 'S47')).toBe(0);
  });

  test('says what to take out, and how a threshold is denied: a person can mend it', () => {
    const said = (purposeText: string) =>
      readPurposeText({ purposeText }, { ...rule, work: 'S17' }).errors.map(({ text }) => text);
    expect(said('No threshold of significant harm is met (section 47).')).toEqual([
      'Nobody has judged that threshold: say the one that was judged, and leave out "section 47" and "significant harm". That it is not met can be said so: "section 47 has not been judged to be met"',
    ]);
    expect(said('The threshold judged is section 17; section 47 has not been judged to be met.')).toEqual([]);
  });

  test('never names anybody, and is never empty or endless', () => {
    expect(wrong('We ask about Kian, who is worried.')).toBe(1);
    expect(wrong('')).toBe(1);
    expect(wrong('x'.repeat(2001))).toBe(1);
  });
});
