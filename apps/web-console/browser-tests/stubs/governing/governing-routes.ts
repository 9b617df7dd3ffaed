import {
  LiftLegalHold,
  newId,
  PlaceLegalHold,
  RequestErasure,
  TakeUnusualStep,
  type Erasure,
  type LegalHold,
  type NewestRowCheck,
  type UnusualLooking,
} from '@mash/contracts';
import type { Express, Request, Response } from 'express';
import { ago, DECIDED } from '../decided-enquiry';

interface Kept {
  holds: LegalHold[];
  erasures: Erasure[];
}

const sent = (response: Response): void => {
  response.status(204).end();
};
const problem = (response: Response, status: number, code: string, detail: string): void => {
  const body = { type: `urn:mash:problem:${code}`, title: code, status, code, detail, traceId: '' };
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
};
const subjectOf = (request: Request): string => {
  const [, payload = ''] = (request.headers.authorization ?? '').split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as { sub?: string }).sub ?? '';
};
const about = { enquiryId: DECIDED.enquiryId, enquiryReference: DECIDED.reference };

const ROWS: NewestRowCheck = {
  check: {
    ...{ checkId: newId(), startedAt: ago(9), finishedAt: ago(8.9), state: 'differs', rowsChecked: 48213 },
    findings: [
      { table: 'disclosure', key: DECIDED.itemId, kind: 'edited' },
      { table: 'agreement', key: `${DECIDED.agreementId}/2`, kind: 'removed' },
    ],
  },
  lastWholeAt: ago(33),
  unacknowledged: [
    {
      ...{ table: 'disclosure', key: DECIDED.itemId, kind: 'edited', stands: true },
      ...{ firstFoundAt: ago(8.9), lastFoundAt: ago(8.9) },
    },
    {
      ...{ table: 'agreement', key: `${DECIDED.agreementId}/2`, kind: 'removed', stands: true },
      ...{ firstFoundAt: ago(8.9), lastFoundAt: ago(8.9) },
    },
    {
      ...{ table: 'consent_statement', key: DECIDED.productId, kind: 'edited', stands: false },
      ...{ firstFoundAt: ago(57), lastFoundAt: ago(57) },
    },
  ],
};

/** Holds, erasures and the check of rows of one closed enquiry, in memory; bodies are checked by their contracts. Tests only. */
export function governingRoutes(app: Express): void {
  const kept: Kept = { holds: [], erasures: [] };
  app.get('/sharing/governed-enquiries/:named', ({ params }, response) => {
    const isIt = [DECIDED.enquiryId, DECIDED.reference].some((one) => one === params.named);
    if (!isIt) {
      problem(response, 404, 'ENQUIRY.NOT_FOUND', 'There is no such record, or you may not see it.');
      return;
    }
    const erased = kept.erasures.some(({ state }) => state === 'erased');
    response.json({ ...about, recordedAt: ago(24 * 900), closed: true, erased, ...kept });
  });
  app.get('/sharing/legal-frame', (_request, response) => response.json({ version: '2026-11', isChecked: false }));
  const rows: NewestRowCheck = { ...ROWS };
  app.get('/sharing/row-checks/newest', (_request, response) => response.json(rows));
  app.post('/sharing/row-checks/:checkId/acknowledgements', ({ params }, response) => {
    if (params.checkId === rows.check?.checkId) rows.unacknowledged = [];
    sent(response);
  });
  unusualRoutes(app);
  holdRoutes(app, kept);
  erasureRoutes(app, kept);
}

function unusualRoutes(app: Express): void {
  let alarm: UnusualLooking = {
    ...{ alarmId: newId(), accountId: newId(), people: 61, limit: 60, at: ago(2), state: 'open', steps: [] },
  };
  app.get('/sharing/unusual-looking', (_request, response) => response.json({ alarms: [alarm] }));
  app.post('/sharing/unusual-looking/:alarmId/steps', (request, response) => {
    const { step } = TakeUnusualStep.parse(request.body);
    const steps = [...alarm.steps, { step, by: subjectOf(request), at: ago(0) }];
    alarm = { ...alarm, steps, state: step === 'explained' ? 'explained' : 'open' };
    sent(response);
  });
}

function holdRoutes(app: Express, kept: Kept): void {
  app.get('/sharing/legal-holds', (_request, response) => response.json({ holds: kept.holds }));
  app.get('/sharing/legal-holds/:holdId', ({ params }, response) =>
    response.json(kept.holds.find(({ holdId }) => holdId === params.holdId)),
  );
  app.post('/sharing/legal-holds', (request, response) => {
    const { holdId, reference } = PlaceLegalHold.parse(request.body);
    const placed = { placedBy: subjectOf(request), placedAt: ago(0), reason: 'Care proceedings have been issued.' };
    kept.holds = [{ ...about, holdId, reference, ...placed }, ...kept.holds];
    sent(response);
  });
  app.post('/sharing/legal-holds/:holdId/lift', (request, response) => {
    LiftLegalHold.parse(request.body);
    const lifted = { liftedBy: subjectOf(request), liftedAt: ago(0), liftReason: 'The proceedings have ended.' };
    kept.holds = kept.holds.map((hold) => (hold.holdId === request.params.holdId ? { ...hold, ...lifted } : hold));
    sent(response);
  });
}

function erasureRoutes(app: Express, kept: Kept): void {
  const heldBy = () => kept.holds.filter(({ liftedAt }) => liftedAt === undefined).map(({ reference }) => reference);
  const view = (erasure: Erasure): Erasure => ({ ...erasure, heldBy: erasure.state === 'requested' ? heldBy() : [] });
  app.get('/sharing/erasures', (_request, response) => response.json({ erasures: kept.erasures.map(view) }));
  app.get('/sharing/erasures/:erasureId', ({ params }, response) => {
    const found = kept.erasures.find(({ erasureId }) => erasureId === params.erasureId);
    response.json(found && view(found));
  });
  app.post('/sharing/erasures', (request, response) => {
    const { erasureId, retentionRule } = RequestErasure.parse(request.body);
    if (heldBy().length > 0) {
      problem(response, 409, 'ERASURE.UNDER_LEGAL_HOLD', 'A legal hold stands on this enquiry.');
      return;
    }
    const asked = { requestedBy: subjectOf(request), requestedAt: ago(0), reason: 'Seven years are over.' };
    const erasure: Erasure = {
      ...about,
      erasureId,
      retentionRule,
      ...asked,
      state: 'requested',
      heldBy: [],
      parts: [],
    };
    kept.erasures = [erasure, ...kept.erasures];
    sent(response);
  });
  const decide = (request: Request, response: Response, changes: Partial<Erasure>): void => {
    const decided = { decidedBy: subjectOf(request), decidedAt: ago(0) };
    kept.erasures = kept.erasures.map((one) => {
      const { reason: _gone, ...rest } = one;
      return one.erasureId === request.params['erasureId'] ? { ...rest, ...decided, ...changes } : one;
    });
    sent(response);
  };
  app.post('/sharing/erasures/:erasureId/withdraw', (request, response) => {
    decide(request, response, { state: 'withdrawn' });
  });
  app.post('/sharing/erasures/:erasureId/confirm', (request, response) => {
    if (heldBy().length > 0) {
      problem(response, 409, 'ERASURE.UNDER_LEGAL_HOLD', 'A legal hold stands on this enquiry: CT-2026-0193.');
      return;
    }
    const parts = ['sharing', 'contact-intake', 'decision'].map((service) => ({ service, doneAt: ago(0), rows: 4 }));
    decide(request, response, { state: 'erased', keysDestroyed: 2, parts: [...parts, { service: 'agency-requests' }] });
  });
}
