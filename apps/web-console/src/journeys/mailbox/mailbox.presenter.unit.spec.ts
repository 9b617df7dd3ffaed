import { mailboxView } from './mailbox.presenter';

const now = new Date('2026-11-23T13:00:00Z');
const message = (body: string) => ({
  messageId: '01980000-0000-7000-8000-00000000d001',
  sentAt: '2026-11-23T12:00:00Z',
  subject: 'We have your concern',
  body,
});

describe('Captured mail', () => {
  test('leads to the concern in this console', () => {
    const view = mailboxView(
      [message('C-7K2Q4X9\n\nSign in to read it: http://localhost:4000/contacts/C-7K2Q4X9')],
      now,
    );
    expect(view.heading).toBe('1 message was sent to you');
    expect(view.messages[0]?.lines).toEqual([
      { text: 'C-7K2Q4X9' },
      { text: 'Sign in to read it', href: '/contacts/C-7K2Q4X9' },
    ]);
  });

  test.each(['https://elsewhere.example/phish', 'javascript:alert(1)', 'http://x/contacts/../admin'])(
    'makes no link of %s',
    (line) => {
      expect(mailboxView([message(line)], now).messages[0]?.lines).toEqual([{ text: line }]);
    },
  );
});
