import { SealRefusal } from '@mash/sealing';
import { NotFoundException } from '@nestjs/common';
import { AuditIsDown, ServiceDown, ServiceProblem } from '../api-clients/service-errors';
import { PageNotFound } from '../session/page-not-found';
import { errorPageFor } from './error-pages';

describe('The page for an error', () => {
  test('is the same for what one may not know of, what is not there, and a typo in the address', () => {
    const errors = [
      new PageNotFound(),
      new NotFoundException(),
      new ServiceProblem('decision', 404, 'DECISION.NOT_FOUND', 'No such enquiry'),
    ];
    const [one, ...others] = errors.map((error) => errorPageFor(error, true));
    expect(one).toMatchObject({ status: 404, template: 'layout/templates/not-found.njk', view: {} });
    for (const other of others) expect(other).toEqual(one);
  });

  test('says that audit is down', () => {
    expect(errorPageFor(new AuditIsDown(), true)).toMatchObject({
      status: 503,
      template: 'layout/templates/audit-down.njk',
    });
  });

  test('names the service that does not answer', () => {
    expect(errorPageFor(new ServiceDown('sharing'), true)).toMatchObject({
      status: 503,
      view: { heading: 'The sharing service does not answer' },
    });
  });

  test("gives a refusal in the service's words", () => {
    const refused = new ServiceProblem('decision', 403, 'DECISION.NOT_QUALIFIED', 'Only a qualified person may rate.');
    expect(errorPageFor(refused, true)).toMatchObject({
      status: 403,
      view: { paragraphs: ['Only a qualified person may rate.'] },
    });
  });

  test('says what to do where a thing is too long for an envelope, or cannot be sealed yet', () => {
    expect(
      [new SealRefusal('SEAL.TOO_LARGE'), new SealRefusal('SEAL.NO_KEY')].map(
        (error) => errorPageFor(error, true).status,
      ),
    ).toEqual([413, 503]);
  });

  test('says that nothing was sealed or sent where the key to seal with is not from the sharing service', () => {
    for (const code of ['SEAL.LEASE_UNTRUSTED', 'SEAL.LEASE_WRONG_ENQUIRY', 'SEAL.LEASE_MALFORMED'] as const) {
      const page = errorPageFor(new SealRefusal(code), true);
      expect(page).toMatchObject({ status: 502, view: { heading: 'This was not sealed and not sent' } });
      expect(JSON.stringify(page)).toContain(code);
    }
    expect(errorPageFor(new SealRefusal('SEAL.LEASE_EXPIRED'), true).status).toBe(503);
  });

  test('repeats nothing of an error that nobody expected', () => {
    const page = errorPageFor(new Error('duplicate key (surname)=(Marlowe)'), true);
    expect(page.status).toBe(500);
    expect(JSON.stringify(page)).not.toContain('Marlowe');
  });
});
