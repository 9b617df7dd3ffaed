import {
  AnswerReview,
  DEMO_AGENCIES,
  GiveAnswer,
  PreviewAsk,
  Release,
  SendRequests,
  type AgencyRequest,
  type ReleasedItem,
  type SealedAnswer,
} from '@mash/contracts';
import { readEnvelopeHeader, type EnvelopeIds, type KeyLease } from '@mash/sealing';
import type { Express, Request, Response } from 'express';
import { hubEnquiry } from '../hub/hub-enquiry';
import { HUB } from '../hub/hub-ids';
import { hubConcern, hubContact, hubRoster, parentElsewhere } from '../hub/hub-people';
import { ASKED } from './asked-ids';
import { askedContent, pictureCoverage, pictureItems } from './asked-picture';
import { holderRoutes, type HolderState } from './holder-routes';
import { askReview, healthRequest, planLines, policeRequest, productReview } from './asked-requests';

/** What the pages sent, opened as `sharing` would, for tests to look at. */
export interface AskingState {
  readonly answers: { readonly sent: GiveAnswer; readonly contents: readonly unknown[] }[];
  readonly requests: { readonly sent: SendRequests; readonly contents: readonly unknown[] }[];
  readonly reasons: unknown[];
  readonly holder: HolderState;
  /** What was opened for recipients of immediate protection. */
  readonly protecting: Release[];
  /** Items that are told to nobody, though somebody chose them. */
  readonly untold: Set<string>;
  police: AgencyRequest;
}

export interface AskingStub {
  readonly key: () => Promise<KeyLease>;
  readonly open: (kid: string, envelope: string, expected: EnvelopeIds) => Promise<unknown>;
  readonly problem: (response: Response, status: number, code: string, detail: string) => void;
  /** PUT, GET and DELETE of a draft, to its author only. */
  readonly keepDraft: (request: Request<{ id: string }>, response: Response) => void;
}

const RATER = '0198bbbb-0000-7000-8000-000000000099';
const SEALED = { kid: 'stub', envelope: 'eyJh.YWJj.ZGVm.Z2hpams.bG1ub3A' };

/** Agencies asked and answering, reviews and the picture: one enquiry, in memory. Every body is checked by its contract. Tests only. */
export function askingRoutes(app: Express, stub: AskingStub): AskingState {
  const openAll = (sealed: readonly { kid: string; envelope: string }[]): Promise<unknown[]> =>
    Promise.all(sealed.map(({ kid, envelope }) => stub.open(kid, envelope, idsOf(envelope))));
  const holder = holderRoutes(app, openAll, stub.problem);
  const state: AskingState = {
    answers: [],
    requests: [],
    reasons: [],
    protecting: [],
    untold: new Set(),
    holder,
    police: policeRequest(),
  };
  enquiryRoutes(app, stub);
  requestRoutes(app, state, openAll, stub);
  sharingRoutes(app, state, stub);
  reviewRoutes(app, state, openAll, stub);
  return state;
}

/** The ids in an envelope's own header: what `sharing` knows from the row. */
function idsOf(envelope: string): EnvelopeIds {
  const { kid: _kid, ...ids } = readEnvelopeHeader(envelope);
  return ids;
}

function enquiryRoutes(app: Express, { key, keepDraft }: AskingStub): void {
  const at = `/enquiries/${ASKED.enquiryId}`;
  const { personId, kind, ageBand, relation } = parentElsewhere();
  const elsewhere = { personId, kind, ageBand, relation };
  const roster = () => ({
    ...hubRoster(),
    enquiryId: ASKED.enquiryId,
    people: [...hubRoster().people, parentElsewhere()],
  });
  const enquiry = () => ({
    ...hubEnquiry(RATER),
    enquiryId: ASKED.enquiryId,
    reference: ASKED.reference,
    urgent: false,
    people: [...hubEnquiry(RATER).people, elsewhere],
  });
  app.get(`/decision/enquiries/by-reference/${ASKED.reference}`, (_request, response) => response.json(enquiry()));
  app.get(`/contact-intake${at}/roster`, (_request, response) => response.json(roster()));
  app.get(`/contact-intake${at}/contact`, (_request, response) =>
    response.json({ ...hubContact(), enquiryId: ASKED.enquiryId }),
  );
  app.get(`/sharing${at}/key`, (_request, response, next) => {
    key().then((lease) => response.json(lease), next);
  });
  app.all('/agency-requests/drafts/:id', (request, response) => {
    keepDraft(request, response);
  });
}

function requestRoutes(
  app: Express,
  state: AskingState,
  openAll: (sealed: readonly { kid: string; envelope: string }[]) => Promise<unknown[]>,
  { key }: AskingStub,
): void {
  const at = `/agency-requests/enquiries/${ASKED.enquiryId}`;
  const purposes = ['S47', 'STRATEGY', 'DA', 'MISSING', 'ADULT_RISK', 'EVIDENCE'];
  const offered = { purpose: 'S47', purposes, dueInWords: '4 hours' };
  const versions = { ratingVersion: 1, rosterVersion: 2, thresholdVersion: 1, ...offered };
  app.get(`${at}/plan`, (_request, response) =>
    response.json({ enquiryId: ASKED.enquiryId, ...versions, lines: planLines() }),
  );
  app.get(`${at}/requests`, (_request, response) => response.json({ requests: [state.police, healthRequest()] }));
  app.post(`${at}/requests`, (request, response, next) => {
    const sent = SendRequests.parse(request.body);
    const sealed = sent.requests.flatMap(({ envelopes }) => envelopes.map((one) => one.sealed));
    openAll(sealed).then((contents) => {
      state.requests.push({ sent, contents });
      response.status(202).json({ requests: [] });
    }, next);
  });
  const answer: SealedAnswer = {
    ...{
      answerId: ASKED.lineId,
      requestId: ASKED.lateRequestId,
      agencyId: DEMO_AGENCIES.health,
      agencyName: 'Riverside NHS Trust',
    },
    ...{ receivedAt: new Date().toISOString(), complete: true, late: false, state: 'accepted' },
    envelopes: [{ envelopeId: ASKED.answerEnvelope, personId: HUB.child, sealed: SEALED }],
  };
  app.get(`${at}/answers`, (_request, response) => response.json({ answers: [answer] }));
  app.get('/agency-requests/worklist', (_request, response) => response.json({ requests: [state.police] }));
  const own = `/agency-requests/requests/${ASKED.requestId}`;
  app.get(own, (_request, response, next) => {
    const envelopes = [HUB.child, HUB.mother].map((personId) => ({ envelopeId: personId, personId, sealed: SEALED }));
    key().then((answerKey) => response.json({ ...state.police, envelopes, answerKey }), next);
  });
  app.post(`${own}/answers`, (request, response, next) => {
    const sent = GiveAnswer.parse(request.body);
    openAll(sent.envelopes.map(({ sealed }) => sealed)).then((contents) => {
      const receivedAt = new Date().toISOString();
      state.answers.push({ sent, contents });
      state.police = { ...state.police, state: sent.complete ? 'answered' : 'part_answered', answeredAt: receivedAt };
      response.status(202).json({ answerId: sent.answerId, receivedAt, late: true });
    }, next);
  });
  app.post(`${own}/chase`, (_request, response) => {
    state.police = { ...state.police, chasers: [{ at: new Date().toISOString(), by: RATER }] };
    response.status(204).end();
  });
}

const shown = (envelopeId: string, content: unknown): ReleasedItem => ({
  ...{ envelopeId, itemId: envelopeId, visibility: 'shown', outcome: 'PERMIT', content },
  reason: { code: 'STUB', sentence: 'Permitted.' },
  ...{ decisionId: HUB.ratingId, rule: 'STUB', redactions: [], obligations: [] },
});

function sharingRoutes(app: Express, state: AskingState, { open, problem }: AskingStub): void {
  app.post('/sharing/releases', (request, response, next) => {
    const release = Release.parse(request.body);
    const { releaseId, enquiryId, mode, envelopes, items: chosen } = release;
    if (enquiryId !== ASKED.enquiryId) {
      next();
      return;
    }
    if (mode === 'protect') state.protecting.push(release);
    const released = { releaseId, releasedAt: new Date().toISOString(), refused: [] };
    const asked = envelopes.map(({ envelopeId, personId = '' }) => shown(envelopeId, askedContent(personId)));
    const isTold = ({ itemId }: ReleasedItem) =>
      chosen?.some((one) => one.itemId === itemId && !state.untold.has(itemId)) ?? true;
    const seen = [shown(HUB.contactId, hubConcern), ...pictureItems().filter(isTold)];
    const isAsk = mode === 'ask';
    response.json({ ...released, items: isAsk ? asked : seen, coverage: isAsk ? [] : pictureCoverage() });
  });
  app.post('/sharing/drafts/open', (request, response, next) => {
    const { sealed } = request.body as { sealed: { kid: string; envelope: string } };
    const ids = idsOf(sealed.envelope);
    if (ids.typ !== 'draft' || ids.requestId === undefined) {
      next();
      return;
    }
    open(sealed.kid, sealed.envelope, ids).then(
      (content) => response.json({ content }),
      () => problem(response, 404, 'SHARING.NOT_FOUND', 'There is no such draft'),
    );
  });
  app.post(`/sharing/enquiries/${ASKED.enquiryId}/ask-preview`, (request, response) => {
    const { lines, purpose } = PreviewAsk.parse(request.body);
    const outcomeOf = (agencyId: string, need: string | undefined) =>
      need === 'no' || agencyId === DEMO_AGENCIES.housing
        ? 'DENY'
        : agencyId === DEMO_AGENCIES.voluntary || purpose === 'EVIDENCE'
          ? 'REVIEW'
          : 'PERMIT';
    const reasons = [{ code: 'STUB', sentence: 'Nothing is agreed with this body for this purpose.' }];
    response.json({
      lines: lines.map(({ agencyId, personId, category, need }) => {
        const outcome = outcomeOf(agencyId, need);
        const lawfulBasis = outcome === 'PERMIT' ? ['UK GDPR 6(1)(e)'] : [];
        return { agencyId, personId, category, outcome, reasons, lawfulBasis, rule: 'STUB' };
      }),
    });
  });
  app.get(`/sharing/enquiries/${ASKED.enquiryId}/sharing-decisions`, (_request, response) => {
    const reasons = [{ code: 'STUB', sentence: 'Consent was refused, and it is not necessary.' }];
    const decision = {
      ...{
        sharingDecisionId: ASKED.lineId,
        about: { kind: 'request-line', id: ASKED.lineId },
        mode: 'ask',
        outcome: 'DENY',
      },
      ...{
        reasons,
        lawfulBasis: ['UK GDPR article 6(1)(e): the council and children in need, Children Act 1989 s17'],
        restsOn: [
          {
            ...{ source: 'decision', author: HUB.ratingId, at: new Date().toISOString(), version: 2 },
            ...{ facts: ['threshold', 'urgent'], words: ['threshold reached', 'urgent'] },
          },
        ],
        obligations: [],
        rule: 'STUB',
        ruleSetVersion: '1',
        decidedAt: new Date().toISOString(),
      },
    };
    response.json({ decisions: [decision] });
  });
}

function reviewRoutes(
  app: Express,
  state: AskingState,
  openAll: (sealed: readonly { kid: string; envelope: string }[]) => Promise<unknown[]>,
  { problem }: AskingStub,
): void {
  const reviews = () => [
    askReview(),
    askReview({ reviewId: ASKED.ownReviewId, late: false, level: 'releaser' }),
    ...state.holder.reviews,
  ];
  app.get('/sharing/reviews', (_request, response) => response.json({ reviews: reviews(), watched: [] }));
  app.get('/sharing/reviews/waiting', (_request, response) => response.json({ waiting: 2, late: 1 }));
  app.get('/sharing/reviews/:id', (request, response) => {
    const review = [...reviews(), productReview()].find(({ reviewId }) => reviewId === request.params.id);
    if (review === undefined) problem(response, 404, 'REVIEW.NOT_FOUND', 'There is no such record.');
    else response.json(review);
  });
  app.post('/sharing/reviews/:id/answer', (request, response, next) => {
    if (request.params.id === ASKED.ownReviewId) {
      problem(response, 403, 'SHARING.SELF_RELEASE', 'You asked for this yourself: somebody else must answer.');
      return;
    }
    const { sealedReason, statement } = AnswerReview.parse(request.body);
    const sealed = [sealedReason, ...(statement === undefined ? [] : [statement.sealed])];
    openAll(sealed).then(([reason, said]) => {
      state.reasons.push(reason);
      if (said !== undefined) {
        state.holder.statements.push(said);
        state.holder.reviews = [];
      }
      response.status(204).end();
    }, next);
  });
}
