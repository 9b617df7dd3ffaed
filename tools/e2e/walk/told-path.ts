import { ContactDetail } from '@mash/contracts';
import { CallPage } from '../../../apps/web-console/browser-tests/pages/call.page';
import { ContactFormPage } from '../../../apps/web-console/browser-tests/pages/contact-form.page';
import type { HubTour } from '../../../apps/web-console/browser-tests/pages/hub.page';
import { fillInWholeConcern, NARRATIVE } from '../../../apps/web-console/browser-tests/pages/whole-concern';
import { establishedPartnership } from '../support/established-partnership';
import { eventually } from '../support/eventually';
import { read } from '../support/http';
import { once } from '../support/once';
import type { Person } from '../support/people';
import { consoleUrl } from '../support/platform';
import { enquiryOf } from '../support/rating';
import type { Walker } from './walker';

const WITHOUT_JAVASCRIPT = { javaScript: false };

export interface CameIn {
  /** Reference of the contact, as its sender has it. */
  readonly reference: string;
  readonly enquiryId: string;
  /** Reference of the enquiry, as the hub has it. */
  readonly enquiryReference: string;
}

/** How concerns come in: by the form, by the form without JavaScript in haste, by telephone. Each is walked once. */
export class ToldPath {
  constructor(protected readonly walker: Walker) {}

  protected get tour(): HubTour {
    return this.walker.tour;
  }

  /** A teacher fills in the whole form. */
  readonly told = once(async () => {
    await establishedPartnership();
    const { tour, walker } = this;
    await tour.go('/sign-in');
    await walker.become('Amara Osei');
    await tour.look('your concerns');
    const form = new ContactFormPage(walker.page, consoleUrl());
    await fillInWholeConcern(form, (step) => tour.look(step, { picture: step === 'concern' ? 'contact' : '' }), {
      consent: 'agreed',
    });
    await tour.press('Send concern');
    await tour.look('receipt');
    const cameIn = await this.cameIn(tour, 'teacher');
    await tour.go('/mailbox');
    return { ...cameIn, mail: await tour.text() };
  });

  /** A doctor begins on a telephone without JavaScript, closes the tab, signs in again and sends it as urgent. */
  readonly toldInHaste = once(async () => {
    const { walker } = this;
    const left = await walker.elsewhere('Dr Tom Whitlock', (tour) => this.beginAndLeave(tour), WITHOUT_JAVASCRIPT);
    const sent = await walker.elsewhere('Dr Tom Whitlock', (tour) => this.goOnInHaste(tour), WITHOUT_JAVASCRIPT);
    return { left, ...sent };
  });

  /** A neighbour who gives a name and a number, and somebody who gives nothing. */
  readonly calledIn = once(async () => {
    const { tour, walker } = this;
    await walker.become('Sophie Lindqvist');
    await tour.go('/intake/call');
    const call = new CallPage(tour);
    await call.take({ kind: 'anonymous', narrative: 'Shouting every night and a child crying.', child: 'Rosa' });
    const anonymous = await this.cameIn(tour, 'contactOfficer');
    await tour.visit('/intake/call');
    const neighbour = { name: 'Ada Underhill', telephone: '01632 960 777' };
    await call.take({
      kind: 'public',
      narrative: 'The child is out on the stairs at night.',
      child: 'Rosa',
      ...neighbour,
    });
    await tour.look('receipt of a call');
    const named = await this.cameIn(tour, 'contactOfficer');
    await tour.go('/intake');
    return { anonymous, named, intake: await tour.text() };
  });

  private async beginAndLeave(tour: HubTour): Promise<string> {
    const form = new ContactFormPage(tour.page, consoleUrl());
    await form.begin();
    await form.choose('danger', 'not_known');
    await form.goOn();
    await form.select('source', '3A');
    await form.fill({ telephone: '01632 960 002' });
    await form.goOn();
    await form.fill({ narrative: NARRATIVE });
    await form.goOn();
    return tour.heading();
  }

  private async goOnInHaste(tour: HubTour): Promise<CameIn & { found: string; receipt: string }> {
    await tour.visit('/contacts');
    await tour.noteWords();
    await tour.follow('Go on with the concern you left');
    const draft = /contacts\/new\/[^/]+/.exec(tour.page.url())?.[0] ?? '';
    await tour.visit(`/${draft}/concern`);
    const found = await tour.page.locator('[name="narrative"]').inputValue();
    await tour.visit(`/${draft}/children`);
    const form = new ContactFormPage(tour.page, consoleUrl());
    await form.press('add-child');
    const born = { 'birthDate-day': '3', 'birthDate-month': '5', 'birthDate-year': '2018' };
    await form.fill({ forenames: 'Kian', surname: 'Marlowe', ...born });
    await form.choose('restNotKnown', 'yes');
    await form.press('save');
    await tour.press('Urgent: send now, add the rest later');
    return { ...(await this.cameIn(tour, 'generalPractitioner')), found, receipt: await tour.text() };
  }

  /** Reads the reference off the receipt that is on screen, and waits until the hub has the enquiry. */
  private async cameIn(tour: HubTour, sender: Person): Promise<CameIn> {
    await tour.page.waitForURL(/\/receipt$/);
    const reference = /C-[2-9A-Z]{7}/.exec(tour.page.url())?.[0] ?? '';
    const contact = await read(sender, 'contact-intake', `/contacts/${reference}`, ContactDetail);
    const { enquiryId, enquiryReference } = contact;
    await eventually(() => enquiryOf(enquiryId));
    return { reference, enquiryId, enquiryReference };
  }
}
