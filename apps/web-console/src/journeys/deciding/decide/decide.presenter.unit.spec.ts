import { newId } from '@mash/contracts';
import { openEnquiryStub } from '../shared/open-enquiry.stub';
import { askedToDecide } from './asked-to-decide';
import { decideView } from './decide.presenter';
import { requestsStub } from '../../../../browser-tests/stubs/decided-enquiry';
import { Posted } from '../../../forms/posted';

const open = openEnquiryStub();
const requests = requestsStub();
const view = (fields?: Record<string, string>) =>
  decideView({
    open,
    requests,
    asked: askedToDecide(open, requests),
    ...(fields && { posted: new Posted(fields) }),
  });

describe('The page to decide on', () => {
  test('says in its heading who has not answered', () => {
    expect(view().heading).toBe('Decide: 1 of 2 has not answered');
  });

  test('shows silence as large as an answer, and late', () => {
    const [silent, answered] = view().cards;
    expect(silent).toMatchObject({ agency: 'Riverside NHS Trust', isGap: true, isLate: true });
    expect(silent?.state).toContain('No answer yet');
    expect(answered).toMatchObject({ state: 'Answered', isGap: false });
  });

  test('counts the silence of an agency that is not named to the reader, and asks why it is not waited for', () => {
    const silent = { requestId: newId(), state: 'open', issued: true, late: true } as const;
    const notNamed = [silent];
    const asked = askedToDecide(open, requests, notNamed);
    expect(decideView({ open, requests, notNamed, asked }).heading).toBe('Decide: 2 of 3 have not answered');
    expect(decideView({ open, requests, notNamed, asked }).cards.at(-1)).toMatchObject({
      ...{ agency: 'An agency that is not named to you', state: 'No answer yet, late', isGap: true },
    });
    expect(asked.unanswered.at(-1)).toMatchObject({ requestId: silent.requestId });
    expect(asked.agencies).toEqual(askedToDecide(open, requests).agencies);
  });

  test('asks about every child of the roster, unborn too, and about no adult', () => {
    expect(view().children.map(({ name }) => name)).toEqual(['Kian Marlowe', 'Unborn baby Marlowe']);
  });

  test('asks about a child who may have caused the harm, and about none who is only mentioned', () => {
    const [kian, baby, ...others] = open.enquiry.people;
    const people = [{ ...kian!, relation: 'ap' as const }, { ...baby!, relation: 'third' as const }, ...others];
    const { children } = askedToDecide({ ...open, enquiry: { ...open.enquiry, people } }, requests);
    expect(children.map(({ personId }) => personId)).toEqual([kian?.personId]);
  });

  test('preselects nothing', () => {
    expect(JSON.stringify(view())).not.toContain('"checked":true');
  });

  test('gives back what was typed', () => {
    expect(JSON.stringify(view({ worried: 'Half a sentence' }).rationale)).toContain('Half a sentence');
  });

  test('says what to do where no child is on the roster', () => {
    const blank = { ...open, enquiry: { ...open.enquiry, people: [] } };
    expect(decideView({ open: blank, requests: [], asked: askedToDecide(blank, []) }).cannot).toContain('household');
  });
});

describe('The page to decide on, sent again', () => {
  const asked = askedToDecide(open, requests);
  const posted = new Posted({ expectedVersion: '7', rosterVersion: '1' });

  test('keeps the versions that were seen, so that nothing new is decided on unseen', () => {
    expect(decideView({ open, requests, asked, posted }).versions).toEqual({ expected: 7, roster: 1 });
  });

  test('takes the new versions once it has said that something moved on', () => {
    expect(decideView({ open, requests, asked, posted, isOutdated: true }).versions).toEqual({
      expected: 0,
      roster: 2,
    });
  });
});
