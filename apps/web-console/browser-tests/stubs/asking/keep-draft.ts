import { SaveDraft } from '@mash/contracts';
import type { Request, Response } from 'express';

type KeptDraft = SaveDraft & { readonly author: string; readonly savedAt: string };

const subjectOf = (request: Pick<Request, 'headers'>): string => {
  const [, payload = ''] = (request.headers.authorization ?? '').split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as { sub?: string }).sub ?? '';
};

/** A drafts endpoint in memory: PUT, GET and DELETE, each to the draft's own author. Tests only. */
export const keepDraftIn =
  (drafts: Map<string, KeptDraft>) =>
  (request: Request<{ id: string }>, response: Response): void => {
    const [{ id }, author] = [request.params, subjectOf(request)];
    const kept = drafts.get(id);
    if ((kept === undefined && request.method !== 'PUT') || (kept !== undefined && kept.author !== author)) {
      const code = 'DRAFT.NOT_FOUND';
      response.status(404).json({ code, detail: 'There is no such record.' });
    } else if (request.method === 'GET') response.json({ draftId: id, ...kept });
    else {
      if (request.method === 'DELETE') drafts.delete(id);
      else drafts.set(id, { ...SaveDraft.parse(request.body), author, savedAt: new Date().toISOString() });
      response.status(204).end();
    }
  };
