import { feedbackKind, feedbackMethod, receiptMethod } from './acknowledgement';
import { receiptMail, updateMail } from './mail-words';
import { monthsBefore } from './months-before';

describe('How a referrer is told', () => {
  const recordedAt = new Date('2026-11-23T10:00:00Z');
  const atOnce = { receivedAt: recordedAt, recordedAt };
  const later = { receivedAt: new Date('2026-11-23T08:00:00Z'), recordedAt };

  test('the receipt goes by mail to who sent the form, and to nobody else', () => {
    expect(receiptMethod({ reply: 'email', authorship: 'own', ...atOnce })).toBe('email');
    expect(receiptMethod({ reply: 'email', authorship: 'for_a_caller', ...atOnce })).toBe('none');
    expect(receiptMethod({ reply: 'telephone', authorship: 'own', ...atOnce })).toBe('none');
    expect(receiptMethod({ reply: 'email', authorship: 'system', ...atOnce })).toBe('none');
  });

  test('a caller who rang off before it was written down is rung, if they left a way', () => {
    expect(receiptMethod({ reply: 'telephone', authorship: 'for_a_caller', ...later })).toBe('telephone_task');
    expect(receiptMethod({ reply: 'email', authorship: 'for_a_caller', ...later })).toBe('telephone_task');
    expect(receiptMethod({ reply: 'none', authorship: 'for_a_caller', ...later })).toBe('none');
  });

  test('feedback goes by mail to who sent the form; other callers become a telephone task', () => {
    expect(feedbackMethod({ reply: 'email', authorship: 'own' }, 'full')).toBe('email');
    expect(feedbackMethod({ reply: 'email', authorship: 'for_a_caller' }, 'limited')).toBe('telephone_task');
    expect(feedbackMethod({ reply: 'telephone', authorship: 'own' }, 'full')).toBe('telephone_task');
  });

  test('nothing goes to a caller who left no way, or where nothing may be told', () => {
    expect(feedbackMethod({ reply: 'none', authorship: 'for_a_caller' }, 'full')).toBe('none');
    expect(feedbackMethod({ reply: 'email', authorship: 'own' }, 'withheld')).toBe('none');
  });

  test('a receipt alone tells no outcome', () => {
    expect(feedbackKind('receipt_only')).toBe('receipt');
    expect(feedbackKind('limited')).toBe('outcome');
  });
});

describe('Mail', () => {
  test('carries the reference and a link, and nothing else', () => {
    expect(receiptMail('C-7K2Q4X9', 'http://localhost:4000')).toEqual({
      subject: 'C-7K2Q4X9: we have what you sent',
      body: 'C-7K2Q4X9\n\nSign in to read it: http://localhost:4000/contacts/C-7K2Q4X9',
    });
    expect(updateMail('C-7K2Q4X9', 'http://localhost:4000').subject).toBe(
      'C-7K2Q4X9: there is something for you to read',
    );
  });
});

describe('Months before', () => {
  test('a day that the month lacks becomes its last', () => {
    expect(monthsBefore(new Date('2026-08-31T10:00:00Z'), 6).toISOString()).toBe('2026-02-28T10:00:00.000Z');
    expect(monthsBefore(new Date('2026-11-23T10:00:00Z'), 12).toISOString()).toBe('2025-11-23T10:00:00.000Z');
  });
});
