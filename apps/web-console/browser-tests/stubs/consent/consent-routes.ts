import {
  ConfirmConsentNotice,
  DecideConsentGround,
  DEMO_AGENCIES,
  newId,
  PreviewConsent,
  RecordPersonFacts,
  StateConsent,
  type ConsentNotices,
  type Consents,
  type ConsentStanding,
  type ConsentView,
  type PersonFacts,
} from '@mash/contracts';
import type { Express } from 'express';
import { HUB } from '../hub/hub-ids';

/** What the pages of consent sent, for tests to look at. */
export interface ConsentState {
  readonly stated: StateConsent[];
  readonly grounds: DecideConsentGround[];
  readonly facts: RecordPersonFacts[];
  readonly confirmed: ConfirmConsentNotice[];
  /** Statements that stand before the test, newest first. */
  statements: ConsentView[];
}

const ANALYST = '0198bbbb-0000-7000-8000-000000000004';
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const SEALED = { kid: 'stub', envelope: `${'a'.repeat(20)}.b.c.d.e` };

export const aStatement = (changes: Partial<ConsentView> = {}): ConsentView => ({
  ...{ statementId: newId(), personId: HUB.child, kind: 'sharing', state: 'given', givenBy: 'parent_with_pr' },
  ...{
    givenById: HUB.mother,
    how: 'telephone',
    bodies: [],
    purposes: [],
    statedAt: ago(2),
    recordedAt: ago(2),
    recordedBy: ANALYST,
    weight: 'counts',
  },
  sealed: SEALED,
  ...changes,
});

const standing = (statements: readonly ConsentView[], personId: string, kind: ConsentView['kind']): ConsentStanding => {
  const counting = statements.filter(({ weight }) => weight === 'counts');
  const newest = counting.find((one) => one.kind === kind && one.personId === personId);
  const hasGround = newest?.ground !== undefined && newest.ground !== 'NS_TEXT';
  return {
    ...{ personId, kind, state: newest?.state ?? 'unknown', dispute: false, speaksForThemselves: false },
    ...(newest?.ground !== undefined && { ground: newest.ground }),
    groundCounts: hasGround || newest?.groundDecision?.accepted === true,
    parentalResponsibilityProven: newest?.givenBy === 'parent_with_pr',
  };
};

const NOTICE = {
  ...{ noticeId: HUB.candidate, personId: HUB.child, statementId: HUB.unlikely, state: 'withdrawn' as const },
  ...{ agencyId: DEMO_AGENCIES.police, holds: ['request' as const, 'disclosure' as const] },
  ...{ raisedAt: ago(0), dueAt: ago(-1) },
};

const personFacts = (): PersonFacts => ({
  standing: {
    ...({ kind: '13_15', competence: 'not_assessed', competenceJudgedAt: ago(250), competenceStale: true } as const),
    ...({ objects: true, dispute: 'none', parentalResponsibilityProven: false, provenParents: [HUB.mother] } as const),
  },
  recorded: [
    {
      ...{ factId: newId(), objects: true, competence: 'yes' as const, saidBy: 'professional', judgedBy: 'health' },
      ...{ judgedAt: ago(250), recordedBy: ANALYST, recordedAt: ago(249) },
    },
  ],
});

/** sharing and contact-intake as far as the pages of consent need them. Every body is checked by its contract. Tests only. */
export function consentRoutes(app: Express): ConsentState {
  const state: ConsentState = { stated: [], grounds: [], facts: [], confirmed: [], statements: [aStatement()] };
  const at = '/sharing/enquiries/:id/consents';
  app.get(at, (_request, response) => {
    const { statements } = state;
    const kinds = ['service', 'sharing', 'data_protection'] as const;
    const consents: Consents = {
      ...{ version: statements.length, statements, notices: [NOTICE], notNamed: [] },
      standing: [HUB.child, HUB.mother].flatMap((person) => kinds.map((kind) => standing(statements, person, kind))),
    };
    response.json(consents);
  });
  app.post(`${at}/preview`, (request, response) => {
    const said = PreviewConsent.parse(request.body);
    const before = standing(state.statements, said.personId, said.kind);
    const isNo = said.state === 'refused' || said.state === 'withdrawn';
    const line = { lineId: HUB.ratingId, agencyId: DEMO_AGENCIES.police, category: 'police-incidents', now: 'PERMIT' };
    const stopped = {
      ...line,
      then: 'DENY',
      effect: 'recalled',
      reasons: [{ code: 'X', sentence: 'Consent was withdrawn.' }],
    };
    const told = isNo ? [DEMO_AGENCIES.police] : [];
    response.json({ before, after: { ...before, state: said.state }, lines: isNo ? [stopped] : [], told });
  });
  app.post(at, (request, response) => {
    const said = StateConsent.parse(request.body);
    state.stated.push(said);
    const { sealedWords: sealed, purposes = [], ...rest } = said;
    state.statements = [
      {
        ...rest,
        purposes,
        recordedAt: said.statedAt,
        recordedBy: ANALYST,
        weight: 'counts',
        ...(sealed && { sealed }),
      },
      ...state.statements.map((one) => (one.kind === said.kind ? { ...one, weight: 'superseded' as const } : one)),
    ];
    response.status(204).end();
  });
  app.post(`${at}/:statement/ground`, (request, response) => {
    state.grounds.push(DecideConsentGround.parse(request.body));
    response.status(204).end();
  });
  const facts = '/contact-intake/enquiries/:id/people/:person/facts';
  app.get(facts, (_request, response) => response.json(personFacts()));
  app.post(facts, (request, response) => {
    state.facts.push(RecordPersonFacts.parse(request.body));
    response.status(204).end();
  });
  app.get('/sharing/consent-notices', (_request, response) => {
    const isDone = state.confirmed.at(-1);
    const notice = { ...NOTICE, enquiryId: HUB.enquiryId, enquiryReference: HUB.reference };
    const done = isDone && { confirmed: isDone.did, confirmedAt: ago(0) };
    response.json({ notices: [{ ...notice, ...done }] } satisfies ConsentNotices);
  });
  app.post('/sharing/consent-notices/:id/confirm', (request, response) => {
    state.confirmed.push(ConfirmConsentNotice.parse(request.body));
    response.status(204).end();
  });
  return state;
}
