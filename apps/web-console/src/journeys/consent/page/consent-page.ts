import type { RosterPerson } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { ServiceDown } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Colleagues } from '../../../layout/colleagues';
import type { Answer } from '../../../layout/page';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { enquiryPage, type OpenEnquiry } from '../../enquiry/shared';
import { requireRoster } from '../../screening/person-of-roster';
import { consentPageView } from './consent.presenter';
import { ConsentWordsReader } from './consent-words-reader';

export interface ConsentPageTyped {
  readonly reason?: { readonly statementId: string; readonly text: string };
  readonly errors?: readonly FieldError[];
}

/** The page of what one person has agreed to. */
@Injectable()
export class ConsentPage {
  constructor(
    private readonly sharing: SharingClient,
    private readonly intake: ContactIntakeClient,
    private readonly words: ConsentWordsReader,
    private readonly colleagues: Colleagues,
  ) {}

  async show(
    asker: ConsoleRequest,
    open: OpenEnquiry,
    its: { personId: string; reader: SignedInPerson } & ConsentPageTyped,
  ): Promise<Answer> {
    const { enquiry, reference, names, now } = open;
    const { enquiryId } = enquiry;
    const { personId, reader, reason, errors = [] } = its;
    const person = personById(open, personId);
    const [consents, facts, colleagues] = await Promise.all([
      this.sharing.consents(asker, enquiryId),
      this.intake.personFacts(asker, enquiryId, personId).catch(ifDown),
      this.colleagues.of(asker),
    ]);
    const own = consents.statements.filter((one) => one.personId === personId);
    const view = consentPageView({
      ...{ reference, person, consents, facts, names, colleagues, errors, now },
      words: await this.words.read(asker, enquiry, own),
      reader: { id: reader.accountId, isManager: reader.roles.includes('mash-manager') },
      ...(reason && { reason }),
    });
    return enquiryPage(open, {
      template: 'journeys/consent/page/consent.njk',
      title: 'Consent',
      section: 'people',
      ...{ view, errors },
    });
  }
}

/** One person of the roster, by the id in the address. @throws PageNotFound */
export function personById(open: OpenEnquiry, personId: string): RosterPerson {
  const person = requireRoster(open).people.find((one) => one.personId === personId);
  if (person === undefined) throw new PageNotFound();
  return person;
}

function ifDown(error: unknown): undefined {
  if (error instanceof ServiceDown) return undefined;
  throw error;
}
