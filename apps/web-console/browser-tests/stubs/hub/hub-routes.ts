import {
  ClearPlaces,
  DEMO_AGENCIES,
  MatchMention,
  ProtectPlaces,
  RateEnquiry,
  Release,
  StartProtection,
  type MatchCandidate,
  type Notice,
  type ReleasedItem,
  type Roster,
} from '@mash/contracts';
import type { Express, Response } from 'express';
import { hubEnquiry, hubQueue } from './hub-enquiry';
import { HUB } from './hub-ids';
import { hubCandidates, hubConcern, hubContact, hubRoster } from './hub-people';
import { hubProposal } from './hub-proposal';
import { STEP } from './task-step';

/** What the hub's pages sent, for tests to look at. */
export interface HubState {
  readonly rated: RateEnquiry[];
  readonly pressed: StartProtection[];
  readonly notices: Notice[];
  readonly releases: Release[];
  readonly received: Set<string>;
  readonly protected: ProtectPlaces[];
  readonly cleared: ClearPlaces[];
  readonly verdicts: MatchMention[];
  /** What the search of the people index finds, and who stands on the roster. */
  candidates: MatchCandidate[];
  roster: Roster;
  /** Set to make the next rating clash with another's. */
  clash: boolean;
}

export interface HubStub {
  readonly key: (enquiryId: string) => Promise<object>;
  readonly open: (release: Release['envelopes'][number], enquiryId: string) => Promise<unknown>;
  readonly problem: (response: Response, status: number, code: string, detail: string) => void;
}

const RATER = '0198bbbb-0000-7000-8000-000000000099';

const itemOf = (envelopeId: string, content: unknown): ReleasedItem => ({
  envelopeId,
  itemId: envelopeId,
  visibility: 'shown',
  outcome: 'PERMIT',
  content,
  reason: { code: 'STUB', sentence: 'Permitted.' },
  decisionId: HUB.ratingId,
  rule: 'STUB',
  redactions: [],
  obligations: [],
});

/** decision, contact-intake and sharing as far as the hub's pages need them. Tests only. */
export function hubRoutes(app: Express, { key, open, problem }: HubStub): HubState {
  const sent = { rated: [], pressed: [], notices: [], releases: [], protected: [], cleared: [], verdicts: [] };
  const state: HubState = {
    ...sent,
    candidates: hubCandidates(),
    roster: hubRoster(),
    received: new Set(),
    clash: false,
  };
  decisionRoutes(app, state, problem);
  intakeRoutes(app, state);
  placeRoutes(app, state);
  app.get('/sharing/enquiries/:id/key', (request, response, next) => {
    key(request.params.id).then((lease) => response.json(lease), next);
  });
  app.post('/sharing/releases', (request, response, next) => {
    const release = Release.parse(request.body);
    state.releases.push(release);
    const contentOf = (one: Release['envelopes'][number]): Promise<unknown> => {
      if (one.typ === 'contact') return Promise.resolve(hubConcern);
      if (one.envelopeId === STEP.stepId)
        return Promise.resolve({ words: 'She was told at home, with her sister there.' });
      if (one.typ === 'note' && one.envelopeId !== HUB.ratingId)
        return Promise.resolve({ told: 'Who would be asked, and what for.', evidence: 'Heard on the telephone.' });
      if (one.typ === 'note')
        return Promise.resolve({ reasons: 'A burn that nobody explains.', strategy: 'Held within the hour.' });
      return open(one, release.enquiryId);
    };
    Promise.all(release.envelopes.map(async (one) => itemOf(one.envelopeId, await contentOf(one)))).then(
      (items) =>
        response.json({
          releaseId: release.releaseId,
          releasedAt: new Date().toISOString(),
          items,
          coverage: [],
          refused: [],
        }),
      next,
    );
  });
  return state;
}

function decisionRoutes(app: Express, state: HubState, problem: HubStub['problem']): void {
  app.get('/decision/queue', (request, response) => {
    response.json(hubQueue(typeof request.query['view'] === 'string' ? request.query['view'] : 'all'));
  });
  app.post('/decision/queue/take-next', (_request, response) => {
    response.json({ enquiryId: HUB.enquiryId, reference: HUB.reference, nextStep: 'rate' });
  });
  app.get('/decision/enquiries/by-reference/:reference', (request, response) => {
    if (request.params.reference === HUB.reference) response.json(hubEnquiry(RATER));
    else problem(response, 404, 'ENQUIRY.NOT_FOUND', 'There is no such record.');
  });
  app.post('/decision/enquiries/:id/rating-proposal', (request, response) => {
    response.json(hubProposal((request.body as { facts: Record<string, string> }).facts));
  });
  app.post('/decision/enquiries/:id/ratings', (request, response) => {
    if (state.clash) {
      problem(response, 409, 'DECISION.RATED_MEANWHILE', 'Somebody else has rated this enquiry.');
      return;
    }
    state.rated.push(RateEnquiry.parse(request.body));
    response.status(201).json({});
  });
  const told = {
    outOfHours: false,
    recipients: [
      { agencyId: DEMO_AGENCIES.police, team: 'police', agencyKind: 'police' },
      { agencyId: DEMO_AGENCIES.socialCare, team: 'social-care', agencyKind: 'council' },
    ],
  };
  app.get('/decision/enquiries/:id/protection-recipients', (_request, response) => response.json(told));
  app.get('/sharing/protection-recipients/:reference', (_request, response) =>
    response.json({ ...told, enquiryId: HUB.enquiryId, openingKnown: false }),
  );
  app.post('/decision/enquiries/:id/protection', (request, response) => {
    const press = StartProtection.parse(request.body);
    state.pressed.push(press);
    for (const { noticeId, team, sealed } of press.notices)
      state.notices.push({
        ...{ noticeId, team, sealed, enquiryId: request.params.id, reference: HUB.reference },
        sentAt: new Date().toISOString(),
        receiptDueAt: new Date(Date.now() + 15 * 60_000).toISOString(),
      });
    response.status(201).json({});
  });
  noticeRoutes(app, state, problem);
}

function noticeRoutes(app: Express, state: HubState, problem: HubStub['problem']): void {
  const withReceipt = (notice: Notice): Notice =>
    state.received.has(notice.noticeId) ? { ...notice, receivedAt: new Date().toISOString() } : notice;
  const own = (): Notice[] => state.notices.filter(({ team }) => team === 'police').map(withReceipt);
  app.get('/decision/notices', (_request, response) => {
    response.json({ notices: own() });
  });
  app.get('/decision/notices/:id', (request, response) => {
    const notice = own().find(({ noticeId }) => noticeId === request.params.id);
    if (notice === undefined) problem(response, 404, 'NOTICE.NOT_FOUND', 'There is no such record.');
    else response.json(notice);
  });
  app.post('/decision/notices/:id/receipt', (request, response) => {
    state.received.add(request.params.id);
    response.status(204).end();
  });
}

function intakeRoutes(app: Express, state: HubState): void {
  app.get('/contact-intake/enquiries/:id/roster', (_request, response) => {
    response.json(state.roster);
  });
  app.get('/contact-intake/enquiries/:id/contact', (_request, response) => {
    response.json(hubContact());
  });
  app.post('/contact-intake/people/search', (_request, response) => {
    response.json({ searchId: HUB.searchId, candidates: state.candidates });
  });
  app.post('/contact-intake/enquiries/:id/mentions/:mention/match', ({ body }, response) => {
    state.verdicts.push(MatchMention.parse(body));
    response.json(state.roster);
  });
  for (const path of ['mentions/:mention/create-person', 'mentions/:mention/unlink', 'roster'])
    app.post(`/contact-intake/enquiries/:id/${path}`, (_request, response) => {
      response.json(hubRoster());
    });
}

function placeRoutes(app: Express, state: HubState): void {
  app.post('/contact-intake/enquiries/:id/mentions/:mention/protect-places', (request, response) => {
    state.protected.push(ProtectPlaces.parse(request.body));
    response.json(hubRoster());
  });
  app.post('/contact-intake/enquiries/:id/mentions/:mention/clear-places', (request, response) => {
    state.cleared.push(ClearPlaces.parse(request.body));
    response.json(hubRoster());
  });
}
