import {
  CloseRecall,
  ConfirmDestruction,
  DEMO_AGENCIES,
  SayWhatIsWrong,
  StateBreach,
  type BreachRecord,
  type BreachStatement,
  type IdentityQuestion,
  type MyRecallNotice,
  type Recall,
} from '@mash/contracts';
import type { Express, Response } from 'express';
import { ago, DECIDED } from '../decided-enquiry';
import { productStub } from '../stub-deciding';
import { STUB_PEOPLE } from '../stub-people';
import { RECALLED } from './recall-ids';

/** What was recalled, set by a test, and what the pages sent. */
export interface RecallingState {
  notices: MyRecallNotice[];
  questions: IdentityQuestion[];
  recalls: Recall[];
  statements: BreachStatement[];
  readonly said: SayWhatIsWrong[];
  readonly stated: StateBreach[];
  /** The handover says that it was recalled. */
  productRecalled: boolean;
  /** The newest that was said of whom a thing is about. */
  lastSaid: string | null;
}

const soon = (hours: number): string => ago(-hours);
const seen = { shownAt: ago(30), toldAt: ago(3) };

export const noticeStub = (): MyRecallNotice => ({
  ...{ noticeId: RECALLED.noticeId, recipientAgencyId: DEMO_AGENCIES.council, ...seen, dueAt: soon(5), late: false },
  ...{ recipientId: STUB_PEOPLE.analyst.sub, enquiryId: DECIDED.enquiryId, enquiryReference: DECIDED.reference },
  what: 'item',
});

export const recallStub = (changes: Partial<Recall> = {}): Recall => ({
  ...{ recallId: RECALLED.recallId, enquiryId: DECIDED.enquiryId, about: { kind: 'item', id: DECIDED.itemId } },
  ...{ says: 'wrong_person', openedAt: ago(3), openedBy: STUB_PEOPLE.analyst.sub },
  notices: [
    { ...noticeStub() },
    {
      ...{ noticeId: RECALLED.otherNoticeId, recipientAgencyId: DEMO_AGENCIES.earlyHelp, ...seen, dueAt: soon(5) },
      ...{ late: false, destroyedAt: ago(1), destroyedBy: STUB_PEOPLE.earlyHelp.sub, destroyedHow: 'deleted' },
    },
    {
      ...{
        noticeId: RECALLED.deskNoticeId,
        recipientAgencyId: DEMO_AGENCIES.police,
        ...seen,
        dueAt: ago(1),
        late: true,
      },
    },
  ],
  notNamed: { notices: 0, unconfirmed: 0 },
  ...changes,
});

/** Recalls, notices and one breach, in memory; bodies are checked by their contracts. Tests only. */
export function recallRoutes(app: Express): RecallingState {
  const state: RecallingState = {
    ...{
      notices: [],
      questions: [],
      recalls: [],
      statements: [],
      said: [],
      stated: [],
      productRecalled: false,
      lastSaid: null,
    },
  };
  app.get('/sharing/recall-notices/waiting', (_request, response) =>
    response.json({ waiting: state.notices.length, doubted: state.questions.length }),
  );
  app.get('/sharing/recall-notices', (_request, response) =>
    response.json({ notices: state.notices, questions: state.questions }),
  );
  app.post('/sharing/recall-notices/:id/confirm', ({ body, params }, response) => {
    ConfirmDestruction.parse(body);
    state.notices = state.notices.filter(({ noticeId }) => noticeId !== params.id);
    response.status(204).end();
  });
  app.get('/sharing/enquiries/:id/recalls', (_request, response) =>
    response.json({ recalls: state.recalls, questions: [] }),
  );
  app.post('/sharing/recalls/:id/close', ({ body }, response) => {
    CloseRecall.parse(body);
    state.recalls = [recallStub({ closedAt: ago(0), closedBy: STUB_PEOPLE.manager.sub, closedHow: 'manager' })];
    response.status(204).end();
  });
  app.get('/sharing/enquiries/:id/seen-by/:kind/:about', (_request, response) =>
    response.json({
      people: [
        {
          ...{ recipientId: STUB_PEOPLE.earlyHelp.sub, recipientAgencyId: DEMO_AGENCIES.earlyHelp },
          shownAt: ago(30),
        },
      ],
      lastSaid: state.lastSaid,
    }),
  );
  app.post('/sharing/identity-statements', ({ body }, response) => {
    const said = SayWhatIsWrong.parse(body);
    const known = state.said.find(({ statementId }) => statementId === said.statementId);
    if (known !== undefined && known.knownSince !== said.knownSince) {
      repeated(response, 'SHARING.STATEMENT_REPEATED');
      return;
    }
    if (known === undefined && said.lastSaid !== undefined && said.lastSaid !== state.lastSaid) {
      response.status(409).json({ code: 'SHARING.SAID_SINCE', detail: 'Something else was said of it since.' });
      return;
    }
    if (known === undefined) state.said.push(said);
    response.json({ statementId: said.statementId, recallId: said.statementId, recipients: 3 });
  });
  app.post('/sharing/outward-products/:id/open', (request, response, next) => {
    if (!state.productRecalled) next();
    else response.json({ ...productStub(request.params.id), recalled: [{ on: ago(3), items: 1 }] });
  });
  breachRoutes(app, state);
  return state;
}

/** As the service answers where something else was said under an id: the time is compared to the millisecond. */
const repeated = (response: Response, code: string): void => {
  response.status(409).json({ code, detail: 'A statement with this id is there already.' });
};

function breachRoutes(app: Express, state: RecallingState): void {
  const record = (): BreachRecord => {
    const has = (says: string) => state.statements.some((one) => one.says === says);
    const ico = has('ico_told') ? 'told' : 'undecided';
    return {
      ...{ breachId: RECALLED.breachId, enquiryId: DECIDED.enquiryId, enquiryReference: DECIDED.reference },
      ...{ kind: 'wrong_person', people: 1, awareBy: STUB_PEOPLE.analyst.sub, awareAt: ago(74), dueAt: ago(2) },
      ...{ ico, tellPeople: 'undecided', isClockRunning: ico === 'undecided', late: ico === 'undecided' },
      ...{ toldLate: ico === 'told', reported: 'It is about a cousin of the same name.' },
      ...{ statements: state.statements, recall: recallStub() },
    };
  };
  app.get('/sharing/breaches', (_request, response) => {
    const { reported: _reported, statements: _statements, recall: _recall, ...summary } = record();
    const soonOne = { ...summary, breachId: RECALLED.otherBreachId, late: false, awareAt: ago(60), dueAt: soon(12) };
    response.json({ breaches: [summary, { ...soonOne, kind: 'wrong_recipient' }] });
  });
  app.get('/sharing/breaches/:id', (_request, response) => response.json(record()));
  app.get('/sharing/breaches/:id/export', (_request, response) =>
    response.json({
      ...{ form: 'personal-data-breach-report', breachId: RECALLED.breachId, enquiryReference: DECIDED.reference },
      ...{ exportedAt: ago(0), likelyConsequences: [], measures: [], decision: { notify: 'undecided', reasons: [] } },
      aboutTheBreach: { kind: 'Wrong', whatHappened: ['So.'], becameAwareAt: ago(74), notifyBy: ago(2) },
      people: { approximateNumber: 1, told: 'undecided', reasons: [] },
      recall: { openedAt: ago(3), recipients: 3, destructionConfirmed: 1 },
    }),
  );
  app.post('/sharing/breaches/:id/statements', ({ body }, response) => {
    const { statementId, says, reference, doneAt } = StateBreach.parse(body);
    const known = state.stated.find((one) => one.statementId === statementId);
    if (known !== undefined) {
      if (known.doneAt === doneAt) response.status(204).end();
      else repeated(response, 'BREACH.STATEMENT_REPEATED');
      return;
    }
    state.stated.push(StateBreach.parse(body));
    const said = { ...(reference !== undefined && { reference }), ...(doneAt !== undefined && { doneAt }) };
    const made = { madeBy: STUB_PEOPLE.igOfficer.sub, madeAt: ago(0), words: 'The words of the officer.' };
    state.statements = [...state.statements, { statementId, says, ...said, ...made }];
    response.status(204).end();
  });
}
