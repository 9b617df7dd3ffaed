import { RegisterSignatories, type AgreementStep, type AgreementView, type Signatory } from '@mash/contracts';
import type { Express, Response } from 'express';
import { agreementStub } from './agreement-stub';
import { DECIDED } from './decided-enquiry';
import { STUB_PEOPLE } from './stub-people';

const id = (end: number): string => `0198dddd-0000-7000-8000-${String(end).padStart(12, '0')}`;

/** Agreements of the stub by their ids: one past review, its next version out for approval, and a faulty draft. */
export const AGREEMENTS = { draft: id(1) } as const;

const step = (name: AgreementStep['step'], version: number, more: Partial<AgreementStep> = {}): AgreementStep => ({
  ...{ step: name, version, at: '2025-12-20T10:00:00.000Z', byAccount: id(90) },
  ...{ byName: 'Owen Pryce', byJobTitle: 'Partnership administrator' },
  ...more,
});

function versions(): AgreementView[] {
  const inForce = agreementStub();
  const [line, ...lines] = inForce.lines;
  if (line === undefined) throw new Error('No line');
  const next = agreementStub({
    ...{ version: 4, state: 'proposed', standing: 'not_in_force', reviewDue: '2027-06-30', may: ['draft', 'approve'] },
    lines: [
      {
        ...{ ...line, categories: [...line.categories, 'protective-orders'] },
        ...{ modes: ['content', 'onward'], standingRelease: ['team_sc'] },
      },
      ...lines,
    ],
    approvals: [
      { agencyId: 'riverside-police', waitsFor: [{ name: 'Paul Varga', jobTitle: 'Head of public protection' }] },
      { agencyId: 'riverside-council', approvedAt: '2026-11-20T10:00:00.000Z', waitsFor: [] },
    ],
  });
  const draft = agreementStub({
    ...{ agreementId: AGREEMENTS.draft, version: 1, slug: 'a-draft', title: 'Sharing with the youth club' },
    ...{ state: 'draft', standing: 'not_in_force', approvals: [], may: ['draft', 'propose'] },
    findings: [
      {
        field: 'lines.0.to.organisations.0',
        code: 'TARGET_UNKNOWN',
        message: 'Line one: a-club is not in the register',
      },
    ],
  });
  return [inForce, next, draft];
}

const partnership = {
  ...{ slug: 'riverside', name: 'Riverside Safeguarding Children Partnership' },
  contact: { office: 'Information governance, Riverside Council', email: 'governance@riverside.example' },
};

/** When the draft was saved that lies there: a test saves another by another time. */
export const draftKept = { at: '2025-12-20T10:00:00.000Z' };

/** What the stub answers without a token: how often it was asked, and whether sharing was stopped. */
export const openReads = { count: 0, isStopped: false };

function publicRoutes(app: Express): void {
  const {
    agreementId: _id,
    state: _state,
    approvals: _approvals,
    findings: _findings,
    may: _may,
    ...open
  } = agreementStub();
  const versions = [{ version: 3, state: 'in_force', inForceFrom: '2026-01-01' }];
  app.get('/sharing/public/partnerships/:partnership/agreements{/:slug}', (request, response) => {
    openReads.count += 1;
    const { partnership: of, slug } = request.params;
    if (of !== 'riverside' || (slug !== undefined && slug !== open.slug)) {
      response.status(404).json({ code: 'AGREEMENT.NOT_FOUND', detail: 'There is no such record' });
      return;
    }
    const parties = ['Riverside Council', 'Riverside Police'];
    const standing = openReads.isStopped ? 'stopped' : open.standing;
    const listed = [{ slug: open.slug, title: open.title, standing, parties }];
    response.json(
      slug === undefined
        ? { partnership, agreements: listed }
        : { partnership, agreement: { ...open, standing, versions } },
    );
  });
}

const signs = ({ sub, name, role_title, agency }: (typeof STUB_PEOPLE)['signatory']): Signatory => ({
  ...{ accountId: sub, agencyId: agency, name, jobTitle: role_title, approves: true },
});

function registerRoutes(app: Express): void {
  const kept = [signs(STUB_PEOPLE.signatory)];
  app.get('/sharing/register/signatories', (_request, response) => {
    response.json({ signatories: kept });
  });
  app.put('/sharing/register/signatories', (request, response) => {
    const { signatories, replaces } = RegisterSignatories.parse(request.body);
    for (const one of signatories) {
      const isIt = ({ accountId, agencyId }: Signatory) => accountId === one.accountId && agencyId === one.agencyId;
      const there = kept.findIndex(isIt);
      if (replaces !== undefined && JSON.stringify(replaces.find(isIt)) !== JSON.stringify(kept[there])) {
        response.status(409).json({ code: 'SHARING.SIGNATORY_CHANGED', detail: 'Somebody has changed this entry.' });
        return;
      }
      kept.splice(there === -1 ? kept.length : there, 1, one);
    }
    response.status(204).end();
  });
}

/** The agreements as `sharing` serves them, as far as the pages need it. Tests only. */
export function agreementRoutes(app: Express): void {
  openReads.isStopped = false;
  publicRoutes(app);
  registerRoutes(app);
  const kept = versions();
  const find = (agreementId: string, version: number) =>
    kept.find((one) => one.agreementId === agreementId && one.version === version);
  app.get('/sharing/agreements', (_request, response) => {
    response.json({ agreements: kept });
  });
  app.get('/sharing/agreements/:id/versions/:version', (request, response) => {
    const found = find(request.params.id, Number(request.params.version));
    if (found === undefined) {
      response.status(404).json({ code: 'AGREEMENT.NOT_FOUND', detail: 'There is no such record' });
      return;
    }
    const last = found.state === 'draft' ? step('drafted', found.version, draftKept) : step('proposed', found.version);
    const history = [step('proposed', 3), step('put_in_force', 3), last];
    response.json({ ...found, history });
  });
  app.post('/sharing/agreements/import', (request, response) => {
    const { text } = request.body as { text: string };
    if (text.length > 1_200_000) {
      const message = 'Too big: expected string to have <=1200000 characters';
      const tooBig = [{ field: 'text', code: 'too_big', message }];
      response.status(400).json({ code: 'REQUEST.NOT_VALID', detail: 'The request is not valid.', errors: tooBig });
      return;
    }
    if (text.includes('effect: allow')) {
      response.json({ agreementId: AGREEMENTS.draft, version: 1 });
      return;
    }
    const errors = [
      { field: 'lines.0.effect', code: 'invalid_value', message: 'Line 20: Invalid option' },
      { field: '', code: 'DUPLICATE_KEY', message: 'Line 3: Map keys must be unique' },
    ];
    response.status(422).json({ code: 'SHARING.FILE_FAULTY', detail: 'This file cannot be taken.', errors });
  });
  app.get('/sharing/agreements/:id/versions/:version/export/:format', (request, response) => {
    const text = `agreementId: ${request.params.id}\nversion: ${request.params.version}\ntitle: Żółw\n`;
    response.json({ text, fileName: 'riverside-hub-v3.yaml', mediaType: 'application/yaml' });
  });
  app.post('/sharing/agreements/:id/draft/discard', (request, response) => {
    if (!isOtherDraft(request.query['read'], response)) response.status(204).end();
  });
  app.post('/sharing/agreements/:id/versions/:version/:step', (request, response) => {
    if (request.params.step === 'propose' && isOtherDraft(request.query['read'], response)) return;
    const found = find(request.params.id, Number(request.params.version));
    if (found !== undefined && request.params.step === 'approve') {
      const approvals = found.approvals.map((one) => ({
        ...one,
        approvedAt: '2026-11-27T10:00:00.000Z',
        waitsFor: [],
      }));
      kept.splice(kept.indexOf(found), 1, { ...found, state: 'approved', approvals, may: ['draft', 'put-in-force'] });
    }
    response.status(204).end();
  });
  app.post(`/sharing/agreements/${DECIDED.agreementId}/stop`, (_request, response) => {
    openReads.isStopped = true;
    kept.splice(0, 1, agreementStub({ state: 'stopped', standing: 'stopped', may: ['draft'] }));
    response.status(204).end();
  });
}

function isOtherDraft(read: unknown, response: Response): boolean {
  if (read === undefined || read === draftKept.at) return false;
  const detail = 'Owen Pryce has saved another draft of this agreement since you opened it.';
  response.status(409).json({ code: 'SHARING.DRAFT_CHANGED', detail });
  return true;
}
