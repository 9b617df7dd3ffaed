import { newId } from '@mash/contracts';
import { ago, DECIDED, decisionStub, enquiryStub } from '../../../browser-tests/stubs/decided-enquiry';
import { PlainVisitor } from '../../../browser-tests/support/plain-visitor';
import { PlatformOnStubs } from '../../../browser-tests/support/platform-on-stubs';

const PAGE = `/enquiries/${DECIDED.reference}/feedback`;
const DECISION = `/enquiries/${DECIDED.reference}/decision`;
const WORDS = 'Thank you. The family will be offered help.';

describe('Telling the referrer', () => {
  const its = PlatformOnStubs.forTheseTests();
  let manager: PlainVisitor;
  beforeAll(async () => {
    manager = await new PlainVisitor(its.platform.consoleUrl).signIn('Grace Adeyemi');
  });

  const told = (changes: object = {}) => ({ feedbackId: newId(), extent: 'full', sentAt: ago(1), ...changes });
  const nowTold = (...feedback: ReturnType<typeof told>[]): void => {
    its.platform.deciding.enquiry = enquiryStub({ decisions: [decisionStub()], feedback });
  };
  const letters = (): number => its.platform.deciding.products.length;

  test('with a form that is pressed twice makes one letter, and reads as done both times', async () => {
    nowTold();
    const { html } = await manager.get(PAGE);
    const before = letters();
    for (const press of [1, 2]) {
      manager.html = html;
      await manager.send(PAGE, { extent: 'full', letter: WORDS });
      expect([press, manager.path, letters()]).toEqual([press, DECISION, before + 1]);
    }
  });

  test('again where the letter was put together and not sent on keeps the words, and sends them as another letter', async () => {
    nowTold();
    const { html } = await manager.get(PAGE);
    await manager.send(PAGE, { extent: 'full', letter: WORDS });
    nowTold();
    manager.html = html;
    await manager.send(PAGE, { extent: 'full', letter: WORDS });
    expect(manager.html).toContain('put together before, and was not sent on');
    expect(manager.html).toContain(WORDS);
    await manager.send(PAGE, { extent: 'full', letter: WORDS });
    expect(manager.path).toBe(DECISION);
  });

  test.each([
    ['a letter waits', { held: true, letterId: newId() }, 'A letter waits: nothing has been sent yet'],
    ['one is on its way', { letterId: newId() }, 'not delivered yet'],
    ['they were told', { letterId: newId(), acknowledgedAt: ago(0) }, 'The referrer was told'],
    [
      'somebody is to ring them',
      { letterId: newId(), acknowledgedAt: ago(0), toldBy: 'telephone_task' },
      'Somebody was asked to ring the referrer',
    ],
    ['it is recorded why not', { extent: 'withheld' }, 'told nothing'],
  ])('once %s offers no other letter, and destroys neither it nor the words', async (_what, state, says) => {
    nowTold();
    const { html } = await manager.get(PAGE);
    nowTold(told(state));
    await manager.get(PAGE);
    expect([manager.status, manager.html.includes('name="letter"')]).toEqual([200, false]);
    expect(manager.html).toContain(says);
    const before = letters();
    manager.html = html;
    await manager.send(PAGE, { extent: 'full', letter: WORDS });
    expect([manager.status, letters()]).toEqual([409, before]);
    expect(manager.html).toContain(says);
    expect(manager.html).toContain(WORDS);
  });

  test('is offered anew where the letter was not let go, or something was decided since', async () => {
    const overtaken = told({ overtaken: 'decided_again', sentAt: ago(3) });
    for (const feedback of [told({ refused: true }), told({ held: true, sentAt: ago(3) }), overtaken]) {
      nowTold(feedback);
      await manager.get(PAGE);
      expect(manager.html).toContain('name="letter"');
    }
  });

  describe('of which a letter waits', () => {
    const letterId = newId();
    const INSTEAD = `${PAGE}?replaces=${letterId}`;
    const lastSaid = () => its.platform.deciding.told.at(-1);
    beforeEach(() => nowTold(told({ held: true, letterId })));

    test('by another letter is said to take its place, and names it', async () => {
      await manager.get(PAGE);
      expect(manager.html).toContain(`href="${INSTEAD}"`);
      await manager.get(INSTEAD);
      expect(manager.html).toContain('takes its place');
      expect(manager.html).toContain('Send this letter instead');
      await manager.sendForm(PAGE, { letter: WORDS });
      expect([manager.path, lastSaid()?.replaces]).toEqual([DECISION, letterId]);
      expect(lastSaid()?.letterId).toBeDefined();
    });

    test('can be given up: what is recorded instead names it, and no letter is made', async () => {
      await manager.get(PAGE);
      expect(manager.html).toContain(`extent=withheld&amp;replaces=${letterId}`);
      const before = letters();
      await manager.get(`${PAGE}?extent=withheld&replaces=${letterId}`);
      expect(manager.html).toContain('Do not send it');
      await manager.sendForm(PAGE, { withheldReason: 'safety' });
      expect([manager.path, letters()]).toEqual([DECISION, before]);
      expect(lastSaid()).toMatchObject({ extent: 'withheld', withheldReason: 'safety', replaces: letterId });
    });

    test('says what is missing, and stays on what it takes the place of', async () => {
      await manager.get(INSTEAD);
      await manager.sendForm(PAGE, { letter: ' ' });
      expect(manager.html).toContain('Enter what the referrer is told');
      expect(manager.html).toContain('takes its place');
      expect(manager.html).toContain(`${PAGE}?extent=limited&amp;replaces=${letterId}`);
      await manager.sendForm(PAGE, { letter: WORDS });
      expect([manager.path, lastSaid()?.replaces]).toEqual([DECISION, letterId]);
    });

    test('is kept with what it takes the place of where the session has ended', async () => {
      await manager.get(INSTEAD);
      manager.forget('session', 'session-key');
      const before = letters();
      await manager.sendForm(PAGE, { letter: WORDS });
      expect(letters()).toBe(before);
      await manager.signIn('Grace Adeyemi');
      await manager.get(PAGE);
      expect(manager.html).toContain(WORDS);
      await manager.sendForm(PAGE, { letter: WORDS });
      expect([manager.path, lastSaid()?.replaces]).toEqual([DECISION, letterId]);
    });

    test.each([
      ['has gone meanwhile', { letterId }],
      ['gave way to another meanwhile', { held: true, letterId: newId() }],
    ])('replaces nothing where the letter %s', async (_, since) => {
      const { html } = await manager.get(INSTEAD);
      nowTold(told(since));
      expect((await manager.get(INSTEAD)).html).not.toContain('name="letter"');
      const before = letters();
      manager.html = html;
      await manager.sendForm(PAGE, { letter: WORDS });
      expect([manager.status, letters()]).toEqual([409, before]);
      expect(manager.html).toContain(WORDS);
    });
  });
});
