import {
  AcceptConditions,
  AuthoriseDetriment,
  EndDetrimentAuthority,
  OpenOwnItems,
  type DetrimentAuthors,
  type OwnItemsOpened,
  DEMO_AGENCIES,
  MakeHolderStatement,
  OpenHolderItem,
  type HolderItem,
  type HolderNotices,
  type HolderTasks,
  type Review,
} from '@mash/contracts';
import type { Express } from 'express';
import { HUB } from '../hub/hub-ids';
import { ASKED } from './asked-ids';
import type { AskingStub } from './asking-routes';

/** What waits for the holder of an item, set by a test, and what the holder then stated, opened. */
export interface HolderState {
  reviews: Review[];
  tasks: HolderTasks['tasks'];
  readonly statements: unknown[];
  /** Ids of statements that were kept: the same one twice is refused. */
  readonly statementIds: string[];
  /** What the police see of their own items; nothing of the item where it is set to none. */
  own: OwnItemsOpened;
  authors: DetrimentAuthors;
  readonly accepted: string[];
  /** What of the police's was told in immediate protection, and nobody there has seen. */
  told: HolderNotices['notices'];
}

const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const to = { audience: 'team_sc', agencyId: DEMO_AGENCIES.socialCare };

export const holderReview = (): Review => ({
  ...{ reviewId: ASKED.holderReviewId, enquiryId: ASKED.enquiryId, sharingDecisionId: ASKED.holderDecisionId },
  about: { kind: 'item', id: ASKED.itemId },
  ...{ mayAnswer: true, mayOverride: false, nobodyNamed: false, dutyRoutes: [] },
  ...{ mode: 'onward', fromAgencyId: DEMO_AGENCIES.police, toAgencyId: to.agencyId, toAudience: to.audience },
  ...{ personId: HUB.child, purpose: 'S47', releaser: 'holder', releaserAgencyId: DEMO_AGENCIES.police },
  ...{ raisedAt: soon(-5), dueAt: soon(10), state: 'open', late: false, level: 'releaser' },
  reasons: [
    { code: 'NOT_RELEASED', sentence: "It may leave the hub only with the holder's release, and has none." },
    { code: 'MAY_IDENTIFY_SOURCE', sentence: 'May identify a source and has not been sanitised.' },
  ],
  ...{ threshold: 's47', consent: 'not_sought', agreement: 'default_allow', informParent: true, askedBy: HUB.ratingId },
});

export const toldInProtection = (): HolderNotices['notices'][number] => ({
  ...{ noticeId: ASKED.holdDecisionId, enquiryId: ASKED.enquiryId, enquiryReference: ASKED.reference, items: 2 },
  ...{ toAgencyId: DEMO_AGENCIES.socialCare, toAudience: 'team_sc', reason: 'immediate_protection', toldAt: soon(-20) },
});

export const holdTask = (): HolderTasks['tasks'][number] => ({
  ...{
    code: 'HOLD_TELLING',
    enquiryId: ASKED.enquiryId,
    itemId: ASKED.itemId,
    sharingDecisionId: ASKED.holdDecisionId,
  },
  ...{ to: { audience: 'referrer_pro', agencyId: DEMO_AGENCIES.school }, purpose: 'FEEDBACK' },
  ...{ dueAt: soon(600), late: false },
});

const item = (sharingDecisionId: string | undefined): HolderItem => ({
  ...{
    itemId: ASKED.itemId,
    personId: HUB.child,
    category: 'police-intelligence',
    kind: 'opinion',
    when: '2026-05-04',
  },
  text: 'Somebody close to the family says that a knife is kept under the stairs.',
  ...{ source: 'Intelligence desk', reference: 'INT 14/6', handling: 'C' },
  condition: 'Read only: do not write this down elsewhere.',
  flags: ['hub_only', 'source_risk'],
  stated: [{ says: 'refused', statedAt: soon(-4000), to }],
  stands: {
    ...{ isReadable: true, alert: 'none', unsafe: 'none', relevance: 'relevant' },
    to: [{ ...to, release: 'refused', detriment: 'none' }],
  },
  ...(sharingDecisionId === ASKED.holderDecisionId && {
    recipient: {
      ...to,
      purpose: 'S47',
      asItStands: 'Somebody close to the family says that a knife is kept under the stairs.',
    },
  }),
});

export const ownItems = (): OwnItemsOpened => ({
  ...{ items: [item(undefined)], barred: 1, maySpeak: true, recordsDetriment: false },
  recipients: [DEMO_AGENCIES.socialCare, DEMO_AGENCIES.health, DEMO_AGENCIES.school],
});
const noAuthors = (): DetrimentAuthors => ({ authors: [], mayKeep: [DEMO_AGENCIES.police] });

/** Items of the agency that the liaison officer works for, as their holder reads and decides them. */
export function holderRoutes(
  app: Express,
  openAll: (sealed: readonly { kid: string; envelope: string }[]) => Promise<unknown[]>,
  problem: AskingStub['problem'],
): HolderState {
  const state: HolderState = {
    ...{ reviews: [], tasks: [], statements: [], statementIds: [], accepted: [], told: [] },
    ...{ own: ownItems(), authors: noAuthors() },
  };
  ownRoutes(app, state);
  app.get('/sharing/holder-tasks', (_request, response) => response.json({ tasks: state.tasks }));
  app.get('/sharing/holder-notices', (_request, response) => response.json({ notices: state.told }));
  app.post('/sharing/holder-notices/:id/seen', (_request, response) => {
    state.told = [];
    response.status(204).end();
  });
  app.post('/sharing/holder-items/open', (request, response) => {
    const { itemId, sharingDecisionId } = OpenHolderItem.parse(request.body);
    if (itemId !== ASKED.itemId) {
      problem(response, 404, 'ENQUIRY.NOT_FOUND', 'There is no such enquiry.');
      return;
    }
    const opened = item(sharingDecisionId);
    const toConfirm = state.own.items[0]?.toConfirm;
    response.json({ ...opened, ...(toConfirm && { toConfirm }) });
  });
  app.post('/sharing/holder-statements', (request, response, next) => {
    const { statementId, sealed } = MakeHolderStatement.parse(request.body);
    if (state.statementIds.includes(statementId)) {
      problem(response, 409, 'SHARING.STATEMENT_REPEATED', 'This statement was made already.');
      return;
    }
    state.statementIds.push(statementId);
    openAll([sealed]).then(([statement]) => {
      state.statements.push(statement);
      state.tasks = [];
      response.status(204).end();
    }, next);
  });
  app.post('/sharing/condition-acceptances', (request, response) => {
    state.accepted.push(...AcceptConditions.parse(request.body).itemIds);
    response.status(204).end();
  });
  return state;
}

function ownRoutes(app: Express, state: HolderState): void {
  app.post('/sharing/holder-items/open-own', (request, response) => {
    const { enquiryId, itemId } = OpenOwnItems.parse(request.body);
    const items = state.own.items.filter((one) => itemId === undefined || one.itemId === itemId);
    if (enquiryId !== ASKED.enquiryId || items.length === 0) response.status(404).json({ code: 'ENQUIRY.NOT_FOUND' });
    else response.json({ ...state.own, items });
  });
  app.get('/sharing/register/detriment-authors', (_request, response) => response.json(state.authors));
  app.post('/sharing/register/detriment-authors', (request, response) => {
    const author = { ...AuthoriseDetriment.parse(request.body), authorisedAt: new Date().toISOString() };
    state.authors = { ...state.authors, authors: [...state.authors.authors, author] };
    response.status(204).end();
  });
  app.post('/sharing/register/detriment-authors/end', (request, response) => {
    const { accountId } = EndDetrimentAuthority.parse(request.body);
    const authors = state.authors.authors.filter((one) => one.accountId !== accountId);
    state.authors = { ...state.authors, authors };
    response.status(204).end();
  });
}
