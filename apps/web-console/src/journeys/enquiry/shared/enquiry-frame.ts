import type { EnquiryView, Roster } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { DecisionClient } from '../../../api-clients/decision.client';
import type { Asker } from '../../../api-clients/service-http';
import { Clock } from '../../../clock';
import { Colleagues } from '../../../layout/colleagues';
import type { Naming } from '../../../presenters/naming';
import { NotSignedIn } from '../../../session/not-signed-in';
import { PageNotFound } from '../../../session/page-not-found';
import { requireReference } from '../../../session/require-reference';
import { enquiryFrameView, type EnquiryFrameView } from './enquiry-frame.view';
import { isHub } from './is-hub';
import { kindAndAge } from './person-words';
import { unlessHad } from './unless-had';

/** An enquiry as a page of it starts: the record, the roster, a name for each id, and the frame above the page. */
export interface OpenEnquiry {
  readonly reference: string;
  readonly enquiry: EnquiryView;
  /** Undefined while contact-intake does not answer: the page shows kinds and ages instead of names. */
  readonly roster: Roster | undefined;
  /** Name by personId. Everyone on the enquiry has an entry: "child, 5 to 10" where the name is not to be had. */
  readonly names: ReadonlyMap<string, string>;
  /** Names for the accounts of colleagues. */
  readonly named: Naming;
  readonly frame: EnquiryFrameView;
  readonly now: Date;
}

/** Loads what every page of an enquiry stands in, in the name of whoever asks. */
@Injectable()
export class EnquiryFrame {
  constructor(
    private readonly decision: DecisionClient,
    private readonly intake: ContactIntakeClient,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  /**
   * Pages of an enquiry are the hub's; somebody else reads one only by a broken glass.
   * @throws PageNotFound for a reference that is none, or not to be known of; AuditIsDown, ServiceDown (decision)
   */
  async load(asker: Asker, typedReference: string): Promise<OpenEnquiry> {
    const reference = requireReference(typedReference);
    if (!reference.startsWith('E-')) throw new PageNotFound();
    if (asker.person === undefined) throw new NotSignedIn();
    const enquiry = await this.decision.enquiryByReference(asker, reference);
    const isOfTheHub = isHub(asker.person);
    if (!isOfTheHub && enquiry.brokenGlass === undefined) throw new PageNotFound();
    const [roster, named] = await Promise.all([
      this.intake.roster(asker, enquiry.enquiryId).catch(unlessHad(enquiry)),
      this.colleagues.of(asker),
    ]);
    const now = this.clock.now();
    const frame = enquiryFrameView({ enquiry, roster, reader: asker.person, named, now });
    return { reference, enquiry, roster, names: namesOf(enquiry, roster), named, frame, now };
  }
}

function namesOf(enquiry: EnquiryView, roster: Roster | undefined): ReadonlyMap<string, string> {
  const withoutNames = enquiry.people.map((person) => [person.personId, kindAndAge(person)] as const);
  const named = (roster?.people ?? []).map(({ personId, displayName }) => [personId, displayName] as const);
  return new Map([...withoutNames, ...named]);
}
