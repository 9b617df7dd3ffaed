import { newId, type EnquiryView, type EnvelopeToOpen, type Release } from '@mash/contracts';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import type { Asker } from '../../../api-clients/service-http';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { ReaderRelease } from './reader-release';

const asker: Asker = Object.create(null);
const enquiry: EnquiryView = Object.assign(Object.create(null), { enquiryId: newId(), thresholds: [] });
const answers = (howMany: number): EnvelopeToOpen[] =>
  Array.from({ length: howMany }, () => ({
    ...{ typ: 'answer', version: 1, envelopeId: newId(), sealed: { kid: 'a-key', envelope: 'sealed' } },
  }));

/** `sharing`, which takes two hundred envelopes at once, as it says what was asked of it. */
function sharing(answer: (release: Release, nth: number) => void = () => undefined) {
  const asked: Release[] = [];
  const release = (_: Asker, its: Release) => {
    asked.push(its);
    if (its.envelopes.length > 200)
      return Promise.reject(new ServiceProblem('sharing', 400, 'REQUEST.INVALID', 'Many'));
    answer(its, asked.length);
    return Promise.resolve({ items: its.envelopes.map(({ envelopeId }) => ({ envelopeId })) });
  };
  const client: SharingClient = Object.assign(Object.create(SharingClient.prototype), { release });
  return { asked, reader: new ReaderRelease(client, new Clock()) };
}

describe('What lies sealed beside an enquiry', () => {
  test('is opened in one release', async () => {
    const [{ asked, reader }, envelopes] = [sharing(), answers(200)];
    expect(await reader.of(asker, enquiry, envelopes)).toHaveLength(200);
    expect(asked).toMatchObject([{ mode: 'content', envelopes }]);
  });

  test('is opened to the last of it where it is more than one release takes, each under an id of its own', async () => {
    const [{ asked, reader }, envelopes] = [sharing(), answers(401)];
    const read = await reader.of(asker, enquiry, envelopes);
    expect(read?.map(({ envelopeId }) => envelopeId)).toEqual(envelopes.map(({ envelopeId }) => envelopeId));
    expect(asked.map((one) => one.envelopes.length)).toEqual([200, 200, 1]);
    expect(new Set(asked.map(({ releaseId }) => releaseId)).size).toBe(3);
  });

  test('is not read in part where sharing does not answer, and nothing is asked where there is nothing', async () => {
    const down = sharing((_release, nth) => {
      if (nth === 2) throw new ServiceDown('sharing');
    });
    expect(await down.reader.of(asker, enquiry, answers(201)).catch(() => 'thrown')).toBeUndefined();
    const { asked, reader } = sharing();
    expect(await reader.of(asker, enquiry, [])).toEqual([]);
    expect(asked).toEqual([]);
  });
});
