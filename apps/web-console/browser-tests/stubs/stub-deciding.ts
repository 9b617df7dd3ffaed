import {
  DEMO_AGENCY_REGISTER,
  MakeDecision,
  MakeOutwardProduct,
  newId,
  RaiseDissent,
  ReturnCase,
  RouteCase,
  SendFeedback,
  type EnquiryView,
  type InboxItem,
} from '@mash/contracts';
import type { Express, Request, Response } from 'express';
import {
  ago,
  DECIDED,
  decisionStub,
  enquiryStub,
  inboxItemStub,
  requestsStub,
  rosterStub,
  SEALED,
} from './decided-enquiry';
import { agreementRoutes } from './agreement-routes';

/** What the pages from the decision on read and sent, for tests to look at. */
export interface DecidingState {
  enquiry: EnquiryView;
  item: InboxItem;
  stopped: boolean;
  products: MakeOutwardProduct[];
  told: SendFeedback[];
  opensNothing: boolean;
  handoversWaiting: { audience: string; personIds: string[] }[];
  /** What the audit log was searched by. */
  readonly searched: object[];
}

const sent = (response: Response): void => {
  response.status(204).end();
};

/** From the decision on, as far as the console's pages need it: one enquiry, in memory. Every body is checked by its contract. Tests only. */
export function decidingRoutes(app: Express, keyOf: () => Promise<object>): DecidingState {
  const kept: DecidingState = {
    enquiry: enquiryStub(),
    item: inboxItemStub(),
    stopped: false,
    products: [],
    told: [],
    opensNothing: false,
    handoversWaiting: [],
    searched: [],
  };
  decisionRoutes(app, kept);
  inboxRoutes(app, kept);
  sharingRoutes(app, kept, keyOf);
  auditRoutes(app, kept);
  app.get(`/contact-intake/enquiries/${DECIDED.enquiryId}/roster`, (_request, response) => response.json(rosterStub()));
  app.get(`/contact-intake/enquiries/${DECIDED.enquiryId}/contact`, (_request, response) =>
    response.json(contactStub()),
  );
  app.get(`/contact-intake/contacts/${DECIDED.contactReference}`, (_request, response) => response.json(contactStub()));
  app.get(`/agency-requests/enquiries/${DECIDED.enquiryId}/requests`, (_request, response) =>
    response.json({ requests: requestsStub() }),
  );
  app.get(`/agency-requests/enquiries/${DECIDED.enquiryId}/answers`, (_request, response) =>
    response.json({ answers: [answerStub()] }),
  );
  return kept;
}

function decisionRoutes(app: Express, kept: DecidingState): void {
  const at = `/decision/enquiries/${DECIDED.enquiryId}`;
  app.get(`/decision/enquiries/by-reference/${DECIDED.reference}`, (_request, response) => response.json(kept.enquiry));
  app.get(at, (_request, response) => response.json(kept.enquiry));
  app.post(`${at}/decisions`, (request, response) => {
    const { outcomes, agencyViews, strategy, whoTellsFamily, sealed } = MakeDecision.parse(request.body);
    const decision = decisionStub({ outcomes, agencyViews, strategy, whoTellsFamily, sealed });
    kept.enquiry = enquiryStub({ stage: 'decided', nextStep: 'route', decisions: [decision] });
    response.status(201).json({ decisionId: decision.decisionId });
  });
  app.post(`${at}/routes`, (request, response) => {
    const { team, personIds, productId } = RouteCase.parse(request.body);
    const route = {
      routeId: newId(),
      decisionId: DECIDED.decisionId,
      team,
      personIds,
      ...(productId && { productId }),
    };
    const times = { routedAt: ago(0), dueAt: ago(-8), state: 'waiting' } as const;
    kept.enquiry = { ...kept.enquiry, routes: [...kept.enquiry.routes, { ...route, ...times }] };
    sent(response);
  });
  app.post(`${at}/feedback`, (request, response) => {
    const command = SendFeedback.parse(request.body);
    const { extent, letterId } = command;
    kept.told.push(command);
    const told = { feedbackId: newId(), extent, sentAt: ago(0), ...(letterId && { letterId }) };
    kept.enquiry = { ...kept.enquiry, feedback: [told] };
    sent(response);
  });
  app.post(`${at}/decisions/${DECIDED.decisionId}/dissents`, (request, response) => {
    const { ground, stage, sealed } = RaiseDissent.parse(request.body);
    const dissent = { dissentId: newId(), agencyId: 'riverside-council', ground, stage, sealed };
    const raised = { ...dissent, raisedAt: ago(0), dueAt: ago(-24) };
    const [decision, ...earlier] = kept.enquiry.decisions;
    if (decision !== undefined)
      kept.enquiry = { ...kept.enquiry, decisions: [{ ...decision, dissents: [raised] }, ...earlier] };
    sent(response);
  });
}

function inboxRoutes(app: Express, kept: DecidingState): void {
  const at = `/decision/inbox/${DECIDED.routeId}`;
  app.get('/decision/inbox', (_request, response) => response.json({ items: [kept.item], lastTakenAt: ago(30) }));
  app.get(at, (_request, response) => response.json(kept.item));
  app.post(`${at}/accept`, (request: Request, response: Response) => {
    const { workerName } = request.body as { workerName: string };
    kept.item = inboxItemStub({ state: 'accepted', workerName, answeredAt: ago(0) });
    sent(response);
  });
  app.post(`${at}/return`, (request, response) => {
    ReturnCase.parse(request.body);
    kept.item = inboxItemStub({ state: 'returned', answeredAt: ago(0) });
    sent(response);
  });
}

function sharingRoutes(app: Express, kept: DecidingState, keyOf: () => Promise<object>): void {
  app.get(`/sharing/enquiries/${DECIDED.enquiryId}/key`, async (_request, response) => {
    response.json(await keyOf());
  });
  app.post('/sharing/releases', (request, response, next) => {
    const { enquiryId, envelopes } = request.body as { enquiryId: string; envelopes: { typ: string }[] };
    if (enquiryId !== DECIDED.enquiryId) {
      next();
      return;
    }
    const items = envelopes.map(({ typ }) => releasedStub(typ));
    response.json({ releaseId: newId(), releasedAt: ago(0), items, coverage: [], refused: [] });
  });
  app.get('/sharing/enquiries/:id/handovers-waiting', (_request, response) =>
    response.json({ waiting: kept.handoversWaiting }),
  );
  app.post('/sharing/outward-products', (request, response) => {
    const product = MakeOutwardProduct.parse(request.body);
    if (kept.products.some(({ productId }) => productId === product.productId)) {
      const repeated = { title: 'Repeated', status: 409, code: 'SHARING.RELEASE_REPEATED', detail: 'Made before.' };
      const problem = { type: 'urn:mash:problem:repeated', ...repeated, traceId: '' };
      response.status(409).type('application/problem+json').send(JSON.stringify(problem));
      return;
    }
    kept.products.push(product);
    const leftOut = product.itemIds.map((itemId) => ({
      itemId,
      code: 'HOLDER_CONDITION',
      sentence: 'The police have not released this to early help.',
    }));
    response.status(201).json({ productId: product.productId, state: 'made', included: [], leftOut });
  });
  app.post('/sharing/outward-products/:id/open', (request, response) => {
    if (kept.opensNothing) response.status(503).end();
    else response.json(productStub(request.params.id));
  });
  app.get('/sharing/agencies', (_request, response) => {
    const kept = DEMO_AGENCY_REGISTER.map(({ id: agencyId, name, kind, bound }) => ({ agencyId, name, kind, bound }));
    response.json({ agencies: kept.map((one) => ({ ...one, revealsCategory: false, answersFor: [] })) });
  });
  agreementRoutes(app);
  app.get('/sharing/ledger', ({ query }, response) => {
    const { personId: _person, reasons: _reasons, ...rest } = ledgerStub();
    const forged = { ...rest, rule: 'R-HLD-03' };
    const isOfPerson = query['personId'] !== undefined && query['enquiryId'] === undefined;
    const named = isOfPerson ? { named: [{ enquiryId: DECIDED.enquiryId, personIds: [DECIDED.child] }] } : {};
    const entries = [ledgerStub(), { ...forged, doesNotOpen: true }];
    response.json({ entries, page: 1, pages: 1, lines: 2, ...named });
  });
  app.get(`/sharing/enquiries/${DECIDED.enquiryId}/sharing-decisions`, (_request, response) => {
    const reasons = [{ code: 'STUB', sentence: 'Consent was refused, and it is not necessary.' }];
    const decision = {
      ...{ sharingDecisionId: newId(), about: { kind: 'line', id: newId() }, mode: 'ask', outcome: 'DENY', reasons },
      ...{ toAgencyId: 'riverside-police', personId: DECIDED.child, category: 'police-incidents', lawfulBasis: [] },
      ...{ obligations: [], rule: 'R-CONS-03', ruleSetVersion: '2026.2', decidedAt: ago(3) },
    };
    response.json({ decisions: [decision] });
  });
  app.get('/sharing/ledger/export', (_request, response) => {
    response.type('text/csv').attachment('disclosure-ledger.csv').send('at,enquiryId\n');
  });
}

function auditRoutes(app: Express, kept: DecidingState): void {
  const actor = { id: '0198bbbb-0000-7000-8000-000000000004', kind: 'person', roles: ['mash-analyst'] };
  const entry = {
    ...{ entryId: newId(), partnershipId: newId(), service: 'decision', at: ago(1) },
    ...{ actor: { ...actor, agencyId: 'riverside-council' }, action: 'enquiry.read', purpose: 'S17' },
    ...{ subject: { type: 'Enquiry', id: DECIDED.enquiryId }, enquiryId: DECIDED.enquiryId, outcome: 'shown' },
    ...{ traceId: 'f'.repeat(32), seq: 41, hash: 'a'.repeat(64) },
  };
  app.get('/audit/entries', (request, response) => {
    kept.searched.push(request.query);
    response.json({ entries: [entry], page: 1, hasMore: true });
  });
  const formerIds = [DECIDED.enquiryId, DECIDED.routeId].map((enquiryId) => ({ enquiryId, personId: DECIDED.baby }));
  app.get('/contact-intake/people/:id/former-ids', (request, response) =>
    response.json({ formerIds: request.params.id === DECIDED.child ? formerIds : [] }),
  );
  app.get('/audit/looks/:enquiryId', (request, response) => {
    const look = {
      workerId: actor.id,
      workerKind: 'person',
      agencyId: 'riverside-council',
      outcome: 'shown',
      roles: actor.roles,
    };
    const when = { day: ago(1).slice(0, 10), first: ago(1), last: ago(1), times: 1 };
    const looks = [
      { ...look, ...when, action: 'enquiry.read', purpose: 'S17' },
      { ...look, ...when, action: 'contact.read', purpose: null },
    ];
    const { enquiryId } = request.params;
    response.json({ enquiryId, looks: enquiryId === DECIDED.enquiryId ? looks : [], isCut: false });
  });
  app.get('/audit/verify', (_request, response) => {
    const signed = { lastSigned: { seq: 40, signedAt: ago(1) }, verifiedAt: ago(0), firstBroken: null };
    response.json({ isIntact: true, entries: 41, unreadable: 0, head: 'a'.repeat(64), ...signed });
  });
}

const contactStub = (): object => ({
  ...{ contactId: DECIDED.contactId, enquiryId: DECIDED.enquiryId },
  ...{ reference: DECIDED.contactReference, enquiryReference: DECIDED.reference },
  ...{ receivedAt: ago(20), recordedAt: ago(20), source: '2A', referrerKind: 'professional', urgent: false },
  ...{ acknowledged: [{ kind: 'outcome', method: 'email', at: ago(1), letterId: DECIDED.letterId }] },
  ...{ referrerAgencyId: 'meadow-lane-primary', reply: 'email', sealed: SEALED, presentingIssues: [] },
});

const answerStub = (): object => ({
  ...{ answerId: newId(), requestId: DECIDED.answeredRequest, agencyId: 'riverside-police' },
  ...{ agencyName: 'Riverside Police', receivedAt: ago(3), complete: true, late: false, state: 'accepted' },
  envelopes: [{ envelopeId: newId(), personId: DECIDED.child, sealed: SEALED }],
});

function releasedStub(typ: string): object {
  const content =
    typ === 'decision'
      ? { worried: 'He is often alone.', workingWell: 'His aunt lives near.', needsToHappen: 'Help at home.' }
      : { text: 'Called to the address in October: noise, nobody hurt.', kind: 'fact', when: { date: '2026-10-12' } };
  return {
    ...{ envelopeId: newId(), itemId: DECIDED.itemId, visibility: 'shown', outcome: 'PERMIT', content },
    ...{ agencyId: 'riverside-police', personId: DECIDED.child, category: 'police-incidents' },
    ...{ reason: { code: 'AGREED', sentence: 'Agreed.' }, decisionId: newId(), rule: 'R-AGR-01' },
    ...{ redactions: [], obligations: [] },
  };
}

export const productStub = (productId: string): object => ({
  productId,
  kind: productId === DECIDED.letterId ? 'letter' : 'handover',
  madeAt: ago(1),
  words: 'Thank you for raising your concern.\n\nThe family will be offered early help.',
  people: [{ personId: DECIDED.child, displayName: 'Kian Marlowe', birthDate: '3 May 2018' }],
  items: [
    {
      ...{ itemId: DECIDED.itemId, agencyName: 'Riverside Police', personId: DECIDED.child, date: '2026-10-12' },
      ...{ kind: 'fact', category: 'police-incidents', text: 'Called to the address in October.' },
      obligations: ['NOT_TELL_PARENT'],
      lawfulBasis: ['UK GDPR 6(1)(e)', 'Children Act 2004 s16LA'],
    },
    {
      ...{ itemId: newId(), agencyName: 'Riverside NHS Trust', personId: DECIDED.child, date: '2026-06-02' },
      ...{ kind: 'fact', category: 'health-injuries', text: 'A boy of the same name was seen with a cut.' },
      identity: 'possible',
    },
  ],
  ...(productId !== DECIDED.letterId && {
    toAccept: [{ itemId: DECIDED.itemId, agencyName: 'Riverside Police', obligations: ['COURT_NOTICE'] }],
  }),
});

const ledgerStub = (): Record<string, unknown> => ({
  ...{ disclosureId: newId(), at: ago(1), enquiryId: DECIDED.enquiryId, fromAgencyId: 'riverside-police' },
  ...{ recipientId: newId(), recipientAgencyId: 'riverside-early-help', audience: 'team_eh', mode: 'onward' },
  ...{ purpose: 'EH', outcome: 'DENY', visibility: 'withheld', rule: 'R-HLD-02', ruleSetVersion: '2026.2' },
  ...{ releaseId: newId(), personId: DECIDED.child, agreement: 'all-of-us v2 out' },
  reasons: [{ code: 'NOT_RELEASED', sentence: 'The holder has not released it.' }],
  decidedOn: { versions: { roster: 2, rating: 1, threshold: 1, consents: 3 } },
});
