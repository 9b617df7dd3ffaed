import type { Sealed } from '@mash/contracts';
import {
  parseKey,
  sealEnvelope,
  SealingPublicKey,
  SigningPrivateKey,
  type ContentOf,
  type EnvelopeIdsOf,
  type EnvelopeType,
  type FactsGivenFor,
} from '@mash/sealing';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { CONFIG } from '../config.token';
import type { ConsoleConfig } from '../config';
import type { SignedInPerson } from '../session/signed-in-person';

export interface ToSealAs<Type extends EnvelopeType> {
  readonly author: Pick<SignedInPerson, 'accountId'>;
  readonly header: EnvelopeIdsOf<Type>;
  readonly facts: FactsGivenFor<Type>;
  readonly content: ContentOf<Type>;
  /** Public JWK of a leased or bound key. */
  readonly publicKey: unknown;
}

/** Seals what a signed-in person wrote: signed with the console's key, naming the person, to an enquiry key. It opens nothing. */
@Injectable()
export class SealingDesk {
  private readonly signingKey: SigningPrivateKey;

  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) config: ConsoleConfig,
  ) {
    this.signingKey = parseKey(SigningPrivateKey, config.signingKey);
  }

  async seal<Type extends EnvelopeType>(toSeal: ToSealAs<Type>): Promise<Sealed> {
    const publicKey = parseKey(SealingPublicKey, toSeal.publicKey);
    const envelope = await sealEnvelope<Type>({
      header: toSeal.header,
      facts: toSeal.facts,
      content: toSeal.content,
      publicKey,
      sealer: { key: this.signingKey, sealedBy: { kind: 'person', id: toSeal.author.accountId } },
      sealedAt: this.clock.now(),
    });
    return { kid: publicKey.kid, envelope };
  }
}
