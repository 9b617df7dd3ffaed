import {
  Appoint,
  CompleteObligation,
  ConfirmOverride,
  DEMO_AGENCIES,
  EndAppointment,
  JudgeOverride,
  ProposeOverride,
  TakeStrategyStep,
  type Appointment,
  type ObligationView,
  type OverrideDetail,
  type StrategyDiscussions,
} from '@mash/contracts';
import { readEnvelopeHeader, type EnvelopeIds } from '@mash/sealing';
import type { Express, Request, Response } from 'express';
import { ASKED } from '../asking/asked-ids';
import { HUB } from '../hub/hub-ids';
import { STEP } from '../hub/task-step';
import { STUB_PEOPLE } from '../stub-people';

/** What the pages about reviews sent, for tests to look at. */
export interface ReviewingState {
  readonly appointments: Appointment[];
  readonly ended: EndAppointment[];
  readonly proposed: { readonly sent: ProposeOverride; readonly reason: unknown }[];
  readonly done: { readonly sent: CompleteObligation; readonly note: unknown }[];
  readonly steps: TakeStrategyStep[];
  override: OverrideDetail | undefined;
  seen: boolean;
}

export interface ReviewingStub {
  readonly problem: (response: Response, status: number, code: string, detail: string) => void;
  readonly open: (kid: string, envelope: string, expected: EnvelopeIds) => Promise<unknown>;
}

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const id = (number: number): string => `0198ffff-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const REVIEWING = { decisionId: ASKED.lineId, appointmentId: id(1), taskId: id(2), laterTaskId: id(3) } as const;

const claimsOf = (request: Request): { sub: string; auth_time: number; roles: string[] } => {
  const [, payload = ''] = (request.headers.authorization ?? '').split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as ReturnType<typeof claimsOf>;
};
const isFresh = (request: Request): boolean => Date.now() / 1000 - claimsOf(request).auth_time < 300;

/** Who answers, overrides, tasks, strategy discussions: in memory, every body checked by its contract. Tests only. */
export function reviewingRoutes(app: Express, stub: ReviewingStub): ReviewingState {
  const state: ReviewingState = {
    ...{ appointments: [aReleaser()], ended: [], proposed: [], done: [], steps: [] },
    ...{ override: undefined, seen: false },
  };
  registerRoutes(app, state);
  overrideRoutes(app, state, stub);
  taskRoutes(app, state, stub);
  strategyRoutes(app, state);
  return state;
}

const aReleaser = (): Appointment => ({
  ...{ appointmentId: REVIEWING.appointmentId, agencyId: DEMO_AGENCIES.police, desk: 'holder', seat: 'releaser' },
  ...{ accountId: STUB_PEOPLE.police.sub, name: 'Callum Reyes', startsAt: ago(9000), appointedBy: 'x' },
});

function registerRoutes(app: Express, state: ReviewingState): void {
  app.get('/sharing/register/releasers', (request, response) => {
    const { roles } = claimsOf(request);
    const warning = { agencyId: DEMO_AGENCIES.police, desk: 'holder', code: 'no_deputy' };
    response.json({
      appointments: state.appointments,
      warnings: [{ ...warning, sentence: 'No deputy: half of the clock passes and nobody else is asked.' }],
      mayKeep: roles.includes('partnership-admin') ? [DEMO_AGENCIES.police, DEMO_AGENCIES.health] : [],
    });
  });
  app.post('/sharing/register/releasers', (request, response) => {
    const appoint = Appoint.parse(request.body);
    state.appointments.push({ ...appoint, startsAt: ago(0), appointedBy: 'x' });
    response.status(204).end();
  });
  app.post('/sharing/register/releasers/:id/end', (request, response) => {
    state.ended.push(EndAppointment.parse(request.body));
    response.status(204).end();
  });
}

const about: Pick<
  OverrideDetail,
  'sharingDecisionId' | 'enquiryId' | 'enquiryReference' | 'mode' | 'toAgencyId' | 'toAudience' | 'purpose'
> = {
  ...{ sharingDecisionId: REVIEWING.decisionId, enquiryId: ASKED.enquiryId, mode: 'content' },
  enquiryReference: ASKED.reference,
  ...{ toAgencyId: DEMO_AGENCIES.council, toAudience: 'hub_analyst', purpose: 'S47' },
};

export const anOverride = (
  { overrideId, grounds }: Pick<ProposeOverride, 'overrideId' | 'grounds'>,
  proposedBy: string,
): OverrideDetail => ({
  ...{ ...about, overrideId, holderAgencyId: DEMO_AGENCIES.police, grounds, state: 'waiting', proposedBy },
  ...{ proposedAt: ago(2), judgements: [], mayConfirm: false, mayJudge: false, reason: 'He is on his way there.' },
  strikes: [{ code: 'CONDITION_NOT_MET', sentence: 'The holder has set a condition that you do not meet.' }],
});

function overrideRoutes(app: Express, state: ReviewingState, { problem, open }: ReviewingStub): void {
  const at = '/sharing/sharing-decisions/:id/override';
  app.get(at, (_request, response) => {
    response.json({
      ...{ ...about, fromAgencyId: DEMO_AGENCIES.police, secondPerson: true, signInWithinMinutes: 5 },
      strikes: [{ code: 'CONDITION_NOT_MET', sentence: 'The holder has set a condition that you do not meet.' }],
      grounds: [
        { code: 'OV_LIFE', sentence: 'Life' },
        { code: 'OV_HARM', sentence: 'Harm' },
        { code: 'OV_SILENT', sentence: 'Silence', refusedBecause: 'The clock of the holder has not run out' },
        {
          code: 'OV_WELFARE',
          sentence: 'Welfare',
          refusedBecause: 'It outweighs a refusal, withdrawal or dispute only',
        },
      ],
      ...(state.override?.state === 'waiting' && { waiting: state.override.overrideId }),
    });
  });
  app.post(at, (request, response, next) => {
    if (!isFresh(request)) {
      problem(response, 403, 'AUTH.STEP_UP_NEEDED', 'Sign in again first.');
      return;
    }
    const sent = ProposeOverride.parse(request.body);
    const { kid: _kid, ...ids } = readEnvelopeHeader(sent.sealedReason.envelope);
    open(sent.sealedReason.kid, sent.sealedReason.envelope, ids).then((reason) => {
      state.proposed.push({ sent, reason });
      state.override = anOverride(sent, claimsOf(request).sub);
      response.status(201).json({ overrideId: sent.overrideId, state: 'waiting' });
    }, next);
  });
  app.get('/sharing/released-reviews', (_request, response) => {
    const reviewed = { reviewId: id(4), enquiryId: ASKED.enquiryId, enquiryReference: ASKED.reference, mode: 'ask' };
    const between = { fromAgencyId: DEMO_AGENCIES.council, toAgencyId: DEMO_AGENCIES.police, answeredBy: 'x' };
    response.json({ released: [{ ...reviewed, ...between, answeredAt: ago(90), ground: 'consent_obtained' }] });
  });
  app.get('/sharing/overrides', (request, response) => {
    response.json({ overrides: state.override === undefined ? [] : [seenBy(state, request)] });
  });
  app.get('/sharing/overrides/:id', (request, response) => {
    if (state.override?.overrideId !== request.params.id) problem(response, 404, 'OVERRIDE.NOT_FOUND', 'None');
    else response.json(seenBy(state, request));
  });
  app.post('/sharing/overrides/:id/confirm', (request, response) => {
    const { answer } = ConfirmOverride.parse(request.body);
    if (!isFresh(request)) {
      problem(response, 403, 'AUTH.STEP_UP_NEEDED', 'Sign in again first.');
      return;
    }
    if (state.override?.state !== 'waiting') {
      problem(response, 409, 'SHARING.OVERRIDE_SETTLED', 'Somebody has answered this already.');
      return;
    }
    const settled = answer === 'confirm' ? 'in_force' : 'declined';
    const second = { secondPerson: claimsOf(request).sub, inForceAt: ago(0), igDueAt: ago(-7200) };
    state.override = { ...state.override, state: settled, ...second };
    response.status(204).end();
  });
  app.post('/sharing/overrides/:id/judgement', (request, response) => {
    const { verdict } = JudgeOverride.parse(request.body);
    const judgement = { verdict, by: claimsOf(request).sub, at: ago(0) };
    if (state.override) state.override = { ...state.override, judgements: [judgement] };
    response.status(204).end();
  });
  app.post('/sharing/overrides/:id/seen', (_request, response) => {
    state.seen = true;
    if (state.override) state.override = { ...state.override, holderSeenAt: ago(0) };
    response.status(204).end();
  });
}

function seenBy({ override }: ReviewingState, request: Request): OverrideDetail | undefined {
  const { sub, roles } = claimsOf(request);
  const mayConfirm = override?.state === 'waiting' && roles.includes('mash-manager') && override.proposedBy !== sub;
  return (
    override && { ...override, mayConfirm, mayJudge: override.state === 'in_force' && roles.includes('ig-officer') }
  );
}

const aTask = (changes: Partial<ObligationView>): ObligationView => ({
  ...{ obligationId: REVIEWING.taskId, enquiryId: ASKED.enquiryId, enquiryReference: ASKED.reference },
  ...{ code: 'INFORM_PARENT', part: 1, words: 'Tell the parent, or record a ground for not telling', owner: 'analyst' },
  ...{
    cautions: ['keep_from_family'],
    personId: HUB.child,
    dueAt: ago(90),
    lawDueAt: ago(-30_000),
    state: 'open',
    late: true,
    climbedTo: 'manager',
  },
  ...{ mayComplete: true, mayGiveGround: true, ...changes },
});

function taskRoutes(app: Express, state: ReviewingState, { open }: ReviewingStub): void {
  const risk = {
    obligationId: REVIEWING.laterTaskId,
    code: 'RISK_AGAIN',
    words: 'Judge the risk again',
    owner: 'manager',
  };
  const later = { dueAt: ago(-600), late: false, mayComplete: false, mayGiveGround: false };
  const tasks = (): ObligationView[] => {
    const { climbedTo: _none, lawDueAt: _law, ...rest } = aTask({ ...risk, ...later });
    return [...(state.done.length === 0 ? [aTask({})] : []), rest];
  };
  app.get('/sharing/obligations', (_request, response) => response.json({ obligations: tasks() }));
  app.get('/sharing/obligations/:id', (request, response) => {
    const found = tasks().find(({ obligationId }) => obligationId === request.params.id);
    const done = { ...aTask({}), state: 'done', late: false, mayComplete: false, mayGiveGround: false, doneAt: ago(1) };
    response.json(found ?? { ...done, doneBy: STUB_PEOPLE.secondManager.sub });
  });
  app.get('/sharing/enquiries/:id/obligations', (_request, response) =>
    response.json({ obligations: tasks(), steps: [STEP] }),
  );
  app.post('/sharing/obligations/:id/complete', (request, response, next) => {
    const sent = CompleteObligation.parse(request.body);
    if (state.done.length > 0) {
      const isSame = state.done.some((one) => one.sent.stepId === sent.stepId);
      if (isSame) response.status(204).end();
      else response.status(409).json({ code: 'SHARING.OBLIGATION_DONE', detail: 'Somebody has done this already.' });
      return;
    }
    const { kid: _kid, ...ids } = readEnvelopeHeader(sent.sealedNote.envelope);
    open(sent.sealedNote.kid, sent.sealedNote.envelope, ids).then((note) => {
      state.done.push({ sent, note });
      response.status(204).end();
    }, next);
  });
}

function strategyRoutes(app: Express, state: ReviewingState): void {
  const discussions = (): StrategyDiscussions['discussions'] => {
    const newest = state.steps.at(-1);
    if (newest === undefined) return [];
    const taken = state.steps.map(({ stepId, step, agencies }) => ({
      stepId,
      step,
      agencies,
      takenBy: 'x',
      takenAt: ago(1),
    }));
    const mayBecome = newest.step === 'started' ? (['started', 'held', 'not_held'] as const) : [];
    return [{ discussionId: id(9), standing: newest.step, mayBecome: [...mayBecome], steps: taken }];
  };
  app.get('/decision/enquiries/:id/strategy-discussions', (_request, response) => {
    response.json({ discussions: discussions() });
  });
  app.post('/decision/enquiries/:id/strategy-discussions/:discussion/steps', (request, response) => {
    state.steps.push(TakeStrategyStep.parse(request.body));
    response.status(204).end();
  });
}
