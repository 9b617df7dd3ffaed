import { unsentPage } from './unsent-page';

const held = (fields: Record<string, unknown>) => ({
  ...{ page: '/page', path: '/page/sent', owner: 'of somebody', sentAt: '2026-11-23T13:41:00.000Z' },
  fields,
});

describe('The page of what was not sent', () => {
  test('shows what was written, and sends what was sent, with marks of today', () => {
    const marks = { _csrf: 'old', _owner: 'old', _page: 'old', _held: 'old', _pressed: 'proof.Send' };
    const { view } = unsentPage(
      { ...held({ ...marks, _once: 'x', words: 'Two words', ids: ['a', 'b'], odd: 1 }), button: 'Send' },
      '',
    );
    expect(view).toMatchObject({ pressedAt: '13:41', pressed: 'Send', action: '/page/sent', pageHref: '/page' });
    expect(view.written).toEqual(['Two words']);
    expect(view.hidden).toEqual([
      { name: '_once', value: 'x' },
      { name: 'words', value: 'Two words' },
      { name: 'ids', value: 'a' },
      { name: 'ids', value: 'b' },
      { name: '_sentAt', value: '2026-11-23T13:41:00.000Z' },
    ]);
  });

  test('says of a press without words which button it was, where the form says it', () => {
    const post = held({ act: 'send', _pressed: 'proof.Send to Early help' });
    const said = unsentPage({ ...post, button: 'Send to Early help' }, '').view;
    expect(said).toMatchObject({ pressed: 'Send to Early help', marked: 'proof.Send to Early help', maySend: true });
    for (const one of [post, held({ act: 'send' })]) {
      const unsaid = unsentPage(one, '').view; // nor where this console did not make the button
      expect([unsaid.pressed, unsaid.marked, unsaid.maySend]).toEqual([undefined, undefined, false]);
    }
  });

  describe('takes the words from the page on which it was written', () => {
    const form = (inside: string) => `<form action="/page/sent">${inside}</form><form action="/else"></form>`;
    const button = (value: string, text: string) =>
      `<button type="submit" name="answer" value="${value}"> ${text} </button>`;
    const radio = (value: string, text: string) =>
      `<input id="${value}" name="verdict" type="radio" value="${value}"><label class="x" for="${value}">${text}</label>`;
    const PERSON = '0198cccc-0000-7000-8000-000000000001';
    const hidden = `<input type="hidden" name="person" value="${PERSON}">`;

    test('which of two buttons it was', () => {
      const html = form(button('confirm', 'Confirm the override') + button('decline', 'Decline it'));
      expect(unsentPage(held({ answer: 'decline' }), html).view).toMatchObject({
        pressed: 'Decline it',
        maySend: true,
      });
      expect(unsentPage(held({ answer: 'other' }), html).view).toMatchObject({ maySend: false });
      expect(unsentPage(held({ answer: 'decline' }), '').view).toMatchObject({ maySend: false });
    });

    test('what was chosen, beside its question, and an answer of one word', () => {
      const question = `<fieldset><legend> Your view &amp; why </legend>${radio('right', 'It was right')}</fieldset>`;
      const words = '<label for="why">Why</label><textarea id="why" name="why"></textarea>';
      const html = form(`${hidden}${question}${words}<button>Record it</button>`);
      const all = { verdict: 'right', why: 'None', person: PERSON };
      const { view } = unsentPage(held(all), html);
      expect(view).toMatchObject({ pressed: 'Record it', maySend: true, written: [] });
      expect(view.chosen).toEqual([
        { key: 'Your view & why', value: 'It was right' },
        { key: 'Why', value: 'None' },
      ]);
      expect(unsentPage(held({ ...all, verdict: 'wrong' }), html).view.maySend).toBe(false);
      // An id that the page does not carry along is somebody, or something, that was chosen.
      expect(unsentPage(held({ ...all, whom: all.person }), html).view.maySend).toBe(false);
    });

    test('of a list, and of no other form of the page', () => {
      const list = '<label for="to">Team</label><select id="to" name="to"><option value="a">Team A</option></select>';
      const html = `${form(list)}<form action="/else"><input type="hidden" name="secret" value="x"></form>`;
      expect(unsentPage(held({ to: 'a' }), html).view.chosen).toEqual([{ key: 'Team', value: 'Team A' }]);
      expect(unsentPage(held({ to: 'a', secret: 'x' }), html).view.maySend).toBe(false);
    });

    test('of the row that was pressed, and of no other row of the same address', () => {
      const row = (id: string, text: string) =>
        `<form action="/page/sent"><input type="hidden" name="_once" value="anew"><input type="hidden" name="request" value="${id}"><button>${text}</button></form>`;
      const [a, b] = [row('a', 'Chase A'), row('b', 'Chase B')];
      const pressed = held({ _once: 'then', request: 'a' });
      expect(unsentPage(pressed, a + b).view).toMatchObject({ pressed: 'Chase A', maySend: true });
      const gone = unsentPage(pressed, b).view;
      expect([gone.pressed, gone.maySend]).toEqual([undefined, false]);
      const one = form('<input type="hidden" name="sendId" value="anew" data-anew="yes"><button>Send it</button>');
      expect(unsentPage(held({ sendId: 'then' }), one).view).toMatchObject({ pressed: 'Send it', maySend: true });
      const several = '<input type="hidden" name="added" value="a"><button>Ask</button>';
      expect(unsentPage(held({ added: ['a', 'b'] }), form(several)).view.maySend).toBe(false);
    });

    test('but no number that a button says of today', () => {
      const tick =
        '<input id="l" name="line" type="checkbox" value="x"><label for="l">A child: missing episodes</label>';
      const html = form(`${tick}<button>Send 7 requests</button>`);
      const { view } = unsentPage(held({ line: 'x' }), html);
      expect([view.pressed, view.maySend, view.chosen]).toEqual([
        undefined,
        true,
        [{ key: 'You chose', value: 'A child: missing episodes' }],
      ]);
    });

    test('and sends nothing to an address that no form of that page sends to', () => {
      const html = '<form action="/else"><textarea name="words"></textarea><button>Record it</button></form>';
      const { view } = unsentPage(held({ words: 'Two words' }), html);
      expect([view.written, view.maySend]).toEqual([['Two words'], false]);
      expect(unsentPage(held({ words: 'Two words' }), '').view.maySend).toBe(false);
    });
  });
});
