import { authorise, can, type PersonActor, type Subject } from '@mash/authorisation';
import type { IdentitySays, RecallAbout } from '@mash/contracts';
import { notFound } from '@mash/service-host';
import type { ShownLine } from '../domain/recalls/who-saw';
import type { RecallScope } from './recall-scopes';

interface Speaking {
  readonly actor: PersonActor;
  readonly about: RecallAbout;
  readonly says: IdentitySays;
  readonly scope: RecallScope;
}

/**
 * Whoever may not know of the thing reads as if it were not there.
 * @throws 404; RECALL.CONFIRM_IDENTITY_NOT_ALLOWED (403)
 */
export function admitSpeaker({ actor, about, says, scope }: Speaking, lines: readonly ShownLine[]): void {
  const shown = lines.filter(({ itemId }) => itemId !== undefined && scope.ids.has(itemId));
  const subject: Subject<'Recall'> = {
    ...{ kind: 'Recall', id: about.id, partnershipId: actor.partnershipId, open: true },
    holderAgencyId: scope.holderAgencyId ?? '',
    shownTo: shown.filter(({ mode }) => mode !== 'protect').map(({ recipientId }) => recipientId),
  };
  if (says === 'confirmed') {
    authorise(actor, 'confirm-identity', subject as Subject<'Recall'> & { kind: 'Recall' });
    return;
  }
  const wasToldAsDesk = shown.some(
    ({ mode, recipientAgencyId }) => mode === 'protect' && recipientAgencyId === actor.agencyId,
  );
  if (!wasToldAsDesk && !can(actor, 'make', subject)) throw notFound('Enquiry');
}
