import {
  BreakGlass,
  DEMO_PARTNERSHIP,
  IntroduceMyself,
  SetAccess,
  type BrokenGlassView,
  type EnquiryAccess,
} from '@mash/contracts';
import type { Express, Request, Response } from 'express';
import { hubEnquiry } from '../hub/hub-enquiry';
import type { StubState } from '../stub-services';
import { STUB_PEOPLE } from '../stub-people';

/** One restricted enquiry, and one that is closed for good to everybody here. */
export const SHUT = {
  enquiryId: '0198dddd-0000-7000-8000-000000000004',
  reference: 'E-5T7R9K2',
  inConflict: 'E-6C3M8P5',
  isNone: 'E-2222222',
} as const;

export interface AccessState {
  access: Omit<EnquiryAccess, 'staff'>;
  readonly set: SetAccess[];
  readonly broken: BrokenGlassView[];
  /** What was written, opened as `sharing` would. */
  readonly words: unknown[];
  readonly introduced: Set<string>;
  /** Set to make the next change clash with another's. */
  clash: boolean;
}

export interface AccessStub {
  readonly open: StubState['open'];
  readonly problem: (response: Response, status: number, code: string, detail: string) => void;
  readonly subjectOf: (request: Request) => string;
}

const STAFF = Object.values(STUB_PEOPLE).map(({ sub, name, role_title, agency, roles }) => ({
  ...{ accountId: sub, name, roleTitle: role_title, agencyId: agency, roles },
}));
const NONE = ['ENQUIRY.NOT_FOUND', 'There is no such record, or you may not see it.'] as const;
const minutes = (ahead: number): string => new Date(Date.now() + ahead * 60_000).toISOString();

/** Restricted, and open to the manager who did it. */
export const openToItsManager = (): AccessState['access'] => ({
  version: 1,
  restricted: true,
  named: [STUB_PEOPLE.manager.sub].map((accountId) => ({ accountId, by: accountId, at: minutes(-90) })),
  conflicts: [],
});

/** decision as far as restricting and breaking the glass need it; bodies are checked by their contracts. Tests only. */
export function accessRoutes(app: Express, { open, problem, subjectOf }: AccessStub): AccessState {
  const state: AccessState = {
    access: openToItsManager(),
    ...{ set: [], broken: [], words: [], introduced: new Set(), clash: false },
  };
  const isNamed = (who: string): boolean => state.access.named.some(({ accountId }) => accountId === who);
  const live = (who: string): BrokenGlassView | undefined =>
    state.broken.find(
      ({ accountId, endedAt, endsAt }) => accountId === who && endedAt === undefined && endsAt > minutes(0),
    );

  app.put('/decision/staff/me', (request, response) => {
    IntroduceMyself.parse(request.body);
    state.introduced.add(subjectOf(request));
    response.status(204).end();
  });
  app.get('/decision/staff', (_request, response) => response.json({ staff: STAFF }));
  app.get(`/decision/enquiries/by-reference/${SHUT.reference}`, (request, response) => {
    const who = subjectOf(request);
    const glass = live(who);
    if (state.access.restricted && !isNamed(who) && glass === undefined) {
      problem(response, 404, ...NONE);
      return;
    }
    const its = { enquiryId: SHUT.enquiryId, reference: SHUT.reference, restricted: state.access.restricted };
    const brokenGlass = glass && { glassId: glass.glassId, brokenAt: glass.brokenAt, endsAt: glass.endsAt };
    response.json({
      ...hubEnquiry(STUB_PEOPLE.manager.sub),
      ...its,
      ...(brokenGlass && !isNamed(who) && { brokenGlass }),
    });
  });
  app.get('/decision/enquiries/:id/access', (_request, response) => {
    response.json({ ...state.access, staff: STAFF });
  });
  app.put('/decision/enquiries/:id/access', (request, response) => {
    const body = SetAccess.parse(request.body);
    if (state.clash) {
      problem(response, 409, 'ENQUIRY.ACCESS_CHANGED', 'Somebody has changed who may see this enquiry meanwhile.');
      return;
    }
    const by = subjectOf(request);
    const listed = (accounts: readonly string[]) => accounts.map((accountId) => ({ accountId, by, at: minutes(0) }));
    state.set.push(body);
    state.access = {
      ...{ version: state.access.version + 1, restricted: body.restricted, conflicts: listed(body.conflicts) },
      named: listed(body.restricted ? [...body.named, by] : []),
    };
    response.status(204).end();
  });
  app.get('/decision/broken-glass', (_request, response) => response.json({ broken: state.broken }));
  app.post('/decision/break-glass', (request, response, next) => {
    const { glassId, reference, reason, sealedReason } = BreakGlass.parse(request.body);
    const accountId = subjectOf(request);
    if (reference !== SHUT.reference) {
      problem(response, 404, ...NONE);
      return;
    }
    const expected = {
      typ: 'glass',
      partnershipId: DEMO_PARTNERSHIP,
      version: 1,
      glassId,
      authorId: accountId,
    } as const;
    open(sealedReason.kid, sealedReason.envelope, expected).then((content) => {
      state.words.push(content);
      state.broken.push({
        ...{
          glassId,
          enquiryId: SHUT.enquiryId,
          reference,
          accountId,
          reason,
          brokenAt: minutes(0),
          endsAt: minutes(60),
        },
        ...{ live: true, reviews: [], settled: false, mayReview: false },
      });
      response.status(201).json({ glassId, enquiryId: SHUT.enquiryId, endsAt: minutes(60) });
    }, next);
  });
  app.post('/decision/broken-glass/:id/end', (request, response) => {
    const glass = state.broken.find(
      ({ glassId, accountId }) => glassId === request.params.id && accountId === subjectOf(request),
    );
    if (glass === undefined) problem(response, 404, 'BROKEN_GLASS.NOT_FOUND', NONE[1]);
    else {
      state.broken.splice(state.broken.indexOf(glass), 1, { ...glass, live: false, endedAt: minutes(0) });
      response.status(204).end();
    }
  });
  return state;
}
