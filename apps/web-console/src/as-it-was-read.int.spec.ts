import { AGREEMENTS, draftKept } from '../browser-tests/stubs/agreement-routes';
import { DECIDED, decisionStub, enquiryStub } from '../browser-tests/stubs/decided-enquiry';
import { STUB_PEOPLE } from '../browser-tests/stubs/stub-people';
import { formsPressedLate } from '../browser-tests/support/forms-pressed-late';

const DRAFT = `/agreements/manage/${AGREEMENTS.draft}/versions/1`;
const ENTRY = `/signatories/${STUB_PEOPLE.signatory.agency}/${STUB_PEOPLE.signatory.sub}`;

/** What two people keep together: nobody's press does away with what they have not read. */
describe('What somebody else has changed meanwhile', () => {
  const { its, signedIn, endSession } = formsPressedLate();
  const SAVED = draftKept.at;
  afterEach(() => {
    draftKept.at = SAVED;
  });

  test('is told of a draft before it is thrown away', async () => {
    const someone = await signedIn('Owen Pryce');
    await someone.get(DRAFT);
    draftKept.at = '2026-11-20T10:00:00.000Z';
    await someone.sendForm(`${DRAFT}/discard`);
    expect([someone.status, someone.html.includes('Owen Pryce has saved another draft')]).toEqual([400, true]);
    expect(someone.html).toContain(`name="read" value="${draftKept.at}"`);
    await someone.sendForm(`${DRAFT}/discard`);
    expect([someone.status, someone.path]).toEqual([200, '/agreements/manage']);
  });

  test('is told of a handover that waits for the same team, though nobody has sent it: there is no route that says so', async () => {
    const { deciding } = its.platform;
    const decision = decisionStub();
    deciding.enquiry = enquiryStub({ stage: 'decided', nextStep: 'route', decisions: [decision], routes: [] });
    const someone = await signedIn('Grace Adeyemi');
    const route = `/enquiries/${DECIDED.reference}/route?team=early-help`;
    await someone.get(route);
    expect([someone.status, someone.html.includes('waits already')]).toEqual([200, false]);
    deciding.handoversWaiting = [{ audience: 'team_eh', personIds: [DECIDED.child] }];
    await someone.get(route);
    expect(someone.html).toMatch(/A handover to [^.]+ waits already for somebody else to let it go/);
  });

  test('is told of a signatory, with what the entry says now, and on a page that comes back after sign-in', async () => {
    const fields = { name: 'Paul Varga', approves: 'yes' };
    const someone = await signedIn('Owen Pryce');
    const { html } = await someone.get(ENTRY);
    await someone.sendForm(ENTRY, { ...fields, post: 'Acting head' });
    expect(someone.path).toBe('/signatories');

    someone.html = html; // in another window
    await someone.sendForm(ENTRY, { ...fields, post: 'Superintendent' });
    expect(someone.status).toBe(400);
    expect(someone.html).toContain('It says now: Paul Varga, Acting head, may approve, no last day');
    expect(someone.html).toContain('value="Superintendent"');

    endSession(someone);
    someone.html = html;
    await someone.sendForm(ENTRY, { ...fields, post: 'Superintendent' });
    await (await someone.signIn('Owen Pryce')).get(ENTRY);
    expect(someone.html).toContain('It says now: Paul Varga, Acting head, may approve, no last day');
    await someone.sendForm(ENTRY, { ...fields, post: 'Superintendent' });
    expect([someone.path, someone.html.includes('Superintendent')]).toEqual(['/signatories', true]);
  });
});
