import { authorise, can, type PersonActor, type Subject } from '@mash/authorisation';
import type { IdentitySays, RecallAbout } from '@mash/contracts';
import { notFound } from '@mash/service-host';
import { wasThis, wasToldAsDesk, type ShownLine } from '../domain/recalls/who-saw';
import type { RecallScope } from './recall-scopes';

interface Speaking {
  readonly actor: PersonActor;
  readonly about: RecallAbout;
  readonly says: IdentitySays;
  readonly scope: RecallScope;
}

/**
 * Whoever may not know of the thing reads as if it were not there. A match is the hub's: others who were asked or told of the person may doubt it,
 * which asks its managers at once. Said to be wrong, everything about a child would be gone for everybody until one of them looked.
 * @throws 404; RECALL.CONFIRM_IDENTITY_NOT_ALLOWED (403)
 */
export function admitSpeaker({ actor, about, says, scope }: Speaking, lines: readonly ShownLine[]): void {
  const shown = lines.filter((line) => wasThis(line, scope));
  const subject: Subject<'Recall'> = {
    ...{ kind: 'Recall', id: about.id, partnershipId: actor.partnershipId, open: true },
    holderAgencyId: scope.holderAgencyId ?? '',
    shownTo: shown.filter((line) => !wasToldAsDesk(line)).map(({ recipientId }) => recipientId),
    sentTo: [...scope.sentTo],
  };
  if (says === 'confirmed' || says === 'right_recipient') {
    authorise(actor, 'confirm-identity', subject as Subject<'Recall'> & { kind: 'Recall' });
    return;
  }
  if (about.kind === 'person' && says !== 'doubted') {
    authorise(actor, 'recall-match', subject as Subject<'Recall'> & { kind: 'Recall' });
    return;
  }
  const wasTheirDesk = shown.some(
    ({ mode, recipientAgencyId }) => mode === 'protect' && recipientAgencyId === actor.agencyId,
  );
  if (!wasTheirDesk && !can(actor, 'make', subject)) throw notFound('Enquiry');
}
