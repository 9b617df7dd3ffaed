import { loadPack } from '@mash/threshold-packs';
import { decisionStub } from '../../../browser-tests/stubs/decided-enquiry';
import { Posted } from '../../forms/posted';
import { audienceOfReferrer, extentsUnder, feedbackRule } from './feedback-rule';
import { extentOf, readTelling } from './feedback.form';
import { feedbackView } from './feedback.presenter';
import { letterText } from './letter-text';

const NOW = new Date('2026-11-23T10:00:00.000Z');
const professional = feedbackRule('professional');
const read = (fields: Record<string, string>, rule = professional) => readTelling(new Posted(fields), rule);
const facts = {
  reference: 'C-3H8PQRS',
  receivedAt: '2026-11-20T10:00:00.000Z',
  decided: decisionStub({ decidedAt: '2026-11-22T10:00:00.000Z' }),
  hubTelephone: '01632 960 100',
};

describe('What a referrer may be told', () => {
  test('follows from who they are: a professional all, the public a receipt, nobody nothing', () => {
    expect(extentsUnder(professional)).toEqual(['full', 'limited', 'receipt_only', 'withheld']);
    expect(extentsUnder(feedbackRule('public'))).toEqual(['receipt_only', 'withheld']);
    expect(extentsUnder(feedbackRule('anonymous'))).toEqual(['withheld']);
    expect(audienceOfReferrer('family')).toBe('referrer_public');
  });

  test('may be less than the rule, never more', () => {
    expect(extentOf('limited', professional)).toBe('limited');
    expect(extentOf('full', feedbackRule('public'))).toBe('receipt_only');
    const more = read({ extent: 'full', letter: 'All of it' }, feedbackRule('public'));
    expect(more.telling).toBeUndefined();
    expect(more.errors[0]?.text).toContain('more than');
  });

  test('is a letter with words, or a reason why not', () => {
    expect(read({ extent: 'full', letter: 'Thank you.' }).telling).toEqual({ extent: 'full', letter: 'Thank you.' });
    expect(read({ extent: 'full', letter: ' ' }).errors[0]?.field).toBe('letter');
    expect(read({ extent: 'withheld' }).errors[0]?.field).toBe('withheldReason');
    expect(read({ extent: 'withheld', withheldReason: 'safety', letter: 'x' }).telling).toEqual({
      extent: 'withheld',
      withheldReason: 'safety',
    });
  });
});

describe('A referrer of the public', () => {
  const rule = feedbackRule('public');
  const given = { reference: 'E-7K2Q4X9', contact: { reply: 'email' }, rule, now: NOW } as const;

  test('gets the pack’s words, whatever was typed', () => {
    const posted = new Posted({ extent: 'receipt_only', letter: 'He is in care now.' });
    expect(readTelling(posted, rule, 'The standard receipt.').telling).toEqual({
      extent: 'receipt_only',
      letter: 'The standard receipt.',
    });
  });

  test('has a letter that can be read on the page and not changed', () => {
    const view = feedbackView({ ...given, extent: 'receipt_only', letter: 'One.\n\nTwo.' });
    expect([view.fixed, view.field]).toEqual([['One.', 'Two.'], undefined]);
    expect(feedbackView({ ...given, extent: 'withheld', letter: undefined }).fixed).toEqual([]);
    expect(feedbackView({ ...given, rule: professional, extent: 'full', letter: 'L' }).fixed).toEqual([]);
  });
});

describe('The letter', () => {
  const pack = loadPack('thurrock', '2026.1');

  test('is the pack’s, filled in, with each outcome once', () => {
    const letter = letterText(pack, 'full', facts);
    expect(letter).toContain('your concern of 20 November 2026');
    expect(letter).toContain('The family will be offered early help.');
  });

  test('says nothing of the outcome where only a receipt may go', () => {
    expect(letterText(pack, 'receipt_only', facts)).not.toContain('early help');
  });

  test('is not written where nothing is sent', () => {
    expect(letterText(pack, 'withheld', facts)).toBeUndefined();
  });

  test('names nobody', () => {
    expect(letterText(pack, 'full', facts)).not.toMatch(/Kian|Marlowe/);
  });
});

describe('The page to tell the referrer on', () => {
  const given = { reference: 'E-7K2Q4X9', contact: { reply: 'email' }, rule: professional, now: NOW } as const;

  test('offers to tell less, and nothing more', () => {
    const view = feedbackView({ ...given, extent: 'limited', letter: 'L' });
    expect(view.less.map(({ href }) => href)).toContain('/enquiries/E-7K2Q4X9/feedback?extent=receipt_only');
    expect(JSON.stringify(view.field)).toContain('"value":"L"');
  });

  test('asks for the reason where nothing is told, and preselects none', () => {
    const view = feedbackView({ ...given, extent: 'withheld', letter: undefined });
    expect(view.button).toBe('Record the reason');
    expect(JSON.stringify(view.field)).not.toContain('"checked":true');
  });
});
