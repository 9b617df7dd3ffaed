import { DEMO_PARTNERSHIP, newId, newReference, RecordContact, SaveDraft, type ContactDetail } from '@mash/contracts';
import {
  generateSealingKey,
  openEnvelope,
  SealRefusal,
  signLease,
  type KeyUse,
  type SealingPrivateKey,
  type SigningPrivateKey,
  type SigningPublicKey,
} from '@mash/sealing';
import { openForHub } from './hub/open-for-hub';
import { accessRoutes, type AccessState } from './access/access-routes';
import { hubRoutes, type HubState } from './hub/hub-routes';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { keepDraftIn } from './asking/keep-draft';
import { ASKED } from './asking/asked-ids';
import { askingRoutes, type AskingState } from './asking/asking-routes';
import { governingRoutes } from './governing/governing-routes';
import { recallRoutes, type RecallingState } from './recalling/recall-routes';
import { reviewingRoutes, type ReviewingState } from './reviewing/reviewing-routes';
import { consentRoutes, type ConsentState } from './consent/consent-routes';
import { DECIDED } from './decided-enquiry';
import { decidingRoutes, type DecidingState } from './stub-deciding';
import { systemKeyRoutes } from './system-key-routes';

interface KeptDraft extends SaveDraft {
  readonly author: string;
  readonly savedAt: string;
}

/** What the stub has taken in, for tests to look at. */
export interface StubState {
  readonly drafts: Map<string, KeptDraft>;
  readonly contacts: Map<string, ContactDetail & { author: string; sent: RecordContact }>;
  /** Set to make a service fail: `sharing`, `contact-intake`, or `audit` for "no entry, no data". */
  readonly down: Set<string>;
  /** Opens what was sealed to any key that was leased here. */
  open(kid: string, envelope: string, expected: Parameters<typeof openEnvelope>[1]['expected']): Promise<unknown>;
}

const subjectOf = (request: Request): string => {
  const [, payload = ''] = (request.headers.authorization ?? '').split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as { sub?: string }).sub ?? '';
};

const problem = (response: Response, status: number, code: string, detail: string): void => {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:mash:problem:${code}`, title: code, status, code, detail, traceId: '' }));
};

/** contact-intake and sharing, as far as the first journeys need them, in memory, under /contact-intake and /sharing. Tests only. */
export function stubServices(keys: { sharing: SigningPrivateKey; console: SigningPublicKey }): {
  app: Express;
  state: StubState;
  hub: HubState;
  access: AccessState;
  asking: AskingState;
  reviewing: ReviewingState;
  recalling: RecallingState;
  deciding: DecidingState;
  consent: ConsentState;
} {
  const privateKeys = new Map<string, SealingPrivateKey>();
  const verifierFor = (kid: string) =>
    kid === keys.console.kid ? ({ publicKey: keys.console, speaksFor: 'people' } as const) : undefined;
  const state: StubState = {
    drafts: new Map(),
    contacts: new Map(),
    down: new Set(),
    async open(kid, envelope, expected) {
      const privateKey = privateKeys.get(kid);
      if (privateKey === undefined) throw new SealRefusal('SEAL.WRONG_KEY');
      return (await openEnvelope(envelope, { privateKey, expected, verifierFor })).content;
    },
  };
  const lease = async (partnershipId: string, use: KeyUse, enquiryId?: string) => {
    const { publicKey, privateKey } = await generateSealingKey();
    privateKeys.set(publicKey.kid, privateKey);
    const expiresAt = new Date(Date.now() + 86_400_000);
    return signLease({ publicKey, partnershipId, use, expiresAt, ...(enquiryId && { enquiryId }) }, keys.sharing);
  };

  const app = express();
  app.use(express.json({ limit: '8mb' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const [, service = ''] = request.path.split('/');
    if (state.down.has(service)) {
      problem(response, 503, 'STUB.DOWN', 'Down');
      return;
    }
    if (state.down.has('audit') && request.method === 'GET') {
      problem(response, 503, 'AUDIT.UNAVAILABLE', 'No entry, no data');
      return;
    }
    next();
  });
  let askedKey: Promise<Awaited<ReturnType<typeof lease>>> | undefined;
  const access = accessRoutes(app, { problem, subjectOf, open: (...given) => state.open(...given) });
  governingRoutes(app);
  const recalling = recallRoutes(app);
  const deciding = decidingRoutes(app, () => lease(DEMO_PARTNERSHIP, 'enquiry', DECIDED.enquiryId));
  const reviewing = reviewingRoutes(app, {
    problem,
    open: (kid, envelope, expected) => state.open(kid, envelope, expected),
  });
  const asking = askingRoutes(app, {
    problem,
    key: () => (askedKey ??= lease(DEMO_PARTNERSHIP, 'enquiry', ASKED.enquiryId)),
    open: (kid, envelope, expected) => state.open(kid, envelope, expected),
    keepDraft: keepDraftIn(state.drafts),
  });
  intakeRoutes(app, state);
  systemKeyRoutes(app);
  app.post('/sharing/keys/leases', async (request, response) => {
    const { partnershipId, count } = request.body as { partnershipId: string; count: number };
    response.json({ leases: await Promise.all(Array.from({ length: count }, () => lease(partnershipId, 'enquiry'))) });
  });
  app.get('/sharing/keys/overflow', async (request, response) => {
    response.json(await lease(request.query['partnershipId'] as string, 'overflow'));
  });
  app.post('/sharing/drafts/open', async (request, response) => {
    const { draftId, sealed } = request.body as { draftId: string; sealed: { kid: string; envelope: string } };
    const author = subjectOf(request);
    const partnershipId = JSON.parse(Buffer.from(sealed.envelope.split('.')[0] ?? '', 'base64url').toString()) as {
      partnershipId: string;
    };
    const expected = {
      typ: 'draft',
      partnershipId: partnershipId.partnershipId,
      version: 1,
      draftId,
      authorId: author,
    } as const;
    await state.open(sealed.kid, sealed.envelope, expected).then(
      (content) => response.json({ content }),
      () => problem(response, 404, 'SHARING.NOT_FOUND', 'There is no such draft'),
    );
  });
  const consent = consentRoutes(app);
  const bound = new Map<string, Promise<object>>();
  const hub = hubRoutes(app, {
    problem,
    key: (enquiryId) => {
      const known = bound.get(enquiryId) ?? lease(DEMO_PARTNERSHIP, 'enquiry', enquiryId);
      bound.set(enquiryId, known);
      return known;
    },
    open: (one, enquiryId) => openForHub((...given) => state.open(...given), one, enquiryId),
  });
  return { app, state, hub, access, asking, consent, reviewing, recalling, deciding };
}

function intakeRoutes(app: Express, state: StubState): void {
  app.put('/contact-intake/drafts/:id', (request, response) => {
    const draft = SaveDraft.parse(request.body);
    const before = state.drafts.get(request.params.id);
    if (before !== undefined && before.author !== subjectOf(request)) {
      problem(response, 404, 'INTAKE.NOT_FOUND', 'There is no such draft');
      return;
    }
    state.drafts.set(request.params.id, { ...draft, author: subjectOf(request), savedAt: new Date().toISOString() });
    response.status(204).end();
  });
  app.get('/contact-intake/drafts', (request, response) => {
    const own = [...state.drafts].filter(([, { author }]) => author === subjectOf(request));
    response.json({ drafts: own.map(([draftId, { kind, sealed, savedAt }]) => ({ draftId, kind, sealed, savedAt })) });
  });
  app.get('/contact-intake/drafts/:id', (request, response) => {
    const draft = state.drafts.get(request.params.id);
    if (draft?.author !== subjectOf(request)) {
      problem(response, 404, 'INTAKE.NOT_FOUND', 'There is no such draft');
      return;
    }
    const { kind, sealed, savedAt } = draft;
    response.json({ draftId: request.params.id, kind, sealed, savedAt });
  });
  app.post('/contact-intake/contacts', (request, response) => {
    const sent = RecordContact.safeParse(request.body);
    if (!sent.success) {
      problem(response, 400, 'REQUEST.INVALID', 'Not what the contract says');
      return;
    }
    const again = [...state.contacts.values()].find(({ contactId }) => contactId === sent.data.contactId);
    const contact = again ?? contactOf(sent.data, subjectOf(request));
    state.contacts.set(contact.reference, contact);
    state.drafts.delete(contact.contactId);
    response.status(again === undefined ? 201 : 200).json(contact);
  });
  app.get('/contact-intake/contacts', (request, response) => {
    const isOwn = ({ author }: { author: string }): boolean => author === subjectOf(request);
    response.json({ contacts: [...state.contacts.values()].filter(isOwn) });
  });
  app.get('/contact-intake/contacts/:reference', (request, response) => {
    const contact = state.contacts.get(request.params.reference);
    if (contact?.author !== subjectOf(request)) {
      problem(response, 404, 'INTAKE.NOT_FOUND', 'There is no such contact');
      return;
    }
    response.json(contact);
  });
  app.get('/contact-intake/mailbox', (request, response) => {
    const own = [...state.contacts.values()].filter(({ author }) => author === subjectOf(request));
    const messages = own.map(({ contactId, reference, receivedAt }) => ({
      messageId: contactId,
      sentAt: receivedAt,
      subject: 'We have your concern',
      body: `${reference}\n\nSign in to read it: https://console.example/contacts/${reference}`,
    }));
    response.json({ messages });
  });
  app.get('/contact-intake/telephone-tasks', (_request, response) => {
    const tasks = [...state.contacts.values()].filter(({ reply }) => reply === 'telephone');
    response.json({
      tasks: tasks.map((one) => ({
        taskId: one.contactId,
        contactId: one.contactId,
        enquiryId: one.enquiryId,
        reference: one.reference,
        kind: 'outcome',
        raisedAt: one.receivedAt,
      })),
    });
  });
  app.post('/contact-intake/telephone-tasks/:id/done', (_request, response) => response.status(204).end());
}

function contactOf(sent: RecordContact, author: string): ContactDetail & { author: string; sent: RecordContact } {
  const now = new Date().toISOString();
  return {
    contactId: sent.contactId,
    enquiryId: newId(),
    reference: newReference('C'),
    enquiryReference: newReference('E'),
    receivedAt: sent.receivedAt ?? now,
    recordedAt: now,
    source: sent.source,
    referrerKind: sent.referrerKind,
    urgent: sent.urgent,
    reply: sent.reply,
    sealed: sent.sealed,
    ...(sent.sealedCaller && { sealedCaller: sent.sealedCaller }),
    presentingIssues: sent.presentingIssues,
    acknowledged: [{ kind: 'receipt', method: 'email', at: now }],
    author,
    sent,
  };
}
