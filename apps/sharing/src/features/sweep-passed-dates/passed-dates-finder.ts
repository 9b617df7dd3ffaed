import { PassedDates } from '@mash/contracts';
import { ServiceClient } from '@mash/service-host';
import { loadPack, packIds, packVersions } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { AgreementRepository, type KeptVersion } from '../../agreements/agreement.repository';
import { LEGAL_FRAME } from '../../domain/decision';
import { agreementDates } from '../../domain/passed-dates/agreement-dates';
import { growsTooOld, judgedWindow } from '../../domain/passed-dates/judged-window';
import { lawDates } from '../../domain/passed-dates/law-dates';
import { registerDates } from '../../domain/passed-dates/register-dates';
import { isIn, type SweepWindow } from '../../domain/passed-dates/sweep-window';
import { AgencyRepository } from '../../register/agency.repository';
import { DateSweepRepository, type OfEnquiry } from './date-sweep.repository';

/** Days past its review in which an agreement stands, as any pack has them. */
const graceDays = (): number[] => {
  const packs = packIds().flatMap((id) => packVersions(id).map((version) => loadPack(id, version)));
  return [...new Set(packs.map(({ sharing }) => sharing.pastReviewGraceDays.value))];
};

const newestIn = (window: SweepWindow, dates: readonly number[]): Date | undefined => {
  const passed = dates.filter((at) => isIn(window, at));
  return passed.length === 0 ? undefined : new Date(Math.max(...passed));
};

/** What decisions read: what is in force, and what was stopped, which says so on the days of its own against what another agreement lets through. */
const isRead = ({ state }: KeptVersion): boolean => state === 'in_force' || state === 'stopped';

/** Finds the enquiries in which something stands on a fact that a date has changed since. */
@Injectable()
export class PassedDatesFinder {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly agencies: AgencyRepository,
    private readonly sweeps: DateSweepRepository,
    private readonly services: ServiceClient,
  ) {}

  /** Each enquiry once. @throws PassingServiceFailure where `contact-intake` is down */
  async find(window: SweepWindow): Promise<OfEnquiry[]> {
    const found = [
      ...(await this.ofPeople(window)),
      ...(await this.ofTheLaw(window)),
      ...(await this.ofAgreements(window)),
      ...(await this.ofTheRegister(window)),
    ];
    return [...new Map(found.map((one) => [one.enquiryId, one])).values()];
  }

  /** Birthdays are known to `contact-intake` alone, and stay there. */
  private async ofPeople(window: SweepWindow): Promise<OfEnquiry[]> {
    const { judgedAfter, judgedUntil } = judgedWindow(window);
    const asked = { after: window.after, until: window.until, judgedAfter, judgedUntil };
    const query = new URLSearchParams(
      Object.fromEntries(Object.entries(asked).map(([name, at]) => [name, at.toISOString()])),
    );
    const path = `/facts/passed-dates?${query.toString()}`;
    const its = { schema: PassedDates, scope: 'facts:dates' };
    const { ageChanged, judged } = await this.services.get('contact-intake', path, its);
    const tooOld = judged.filter(({ at }) => growsTooOld(window, new Date(at))).map(({ enquiryId }) => enquiryId);
    return this.sweeps.concernedAmong([...new Set([...ageChanged, ...tooOld])]);
  }

  private async ofTheLaw(window: SweepWindow): Promise<OfEnquiry[]> {
    const passed = newestIn(window, lawDates(LEGAL_FRAME));
    return passed === undefined ? [] : this.sweeps.decidedBefore(passed);
  }

  private async ofAgreements(window: SweepWindow): Promise<OfEnquiry[]> {
    const grace = graceDays();
    const found: OfEnquiry[] = [];
    for (const partnershipId of await this.agreements.partnerships()) {
      const counting = (await this.agreements.all(partnershipId)).filter(isRead);
      const passed = newestIn(
        window,
        counting.flatMap(({ content }) => agreementDates(content, grace)),
      );
      if (passed !== undefined) found.push(...(await this.sweeps.decidedBefore(passed, partnershipId)));
    }
    return found;
  }

  /** The duty to share names a body from a day of its own. */
  private async ofTheRegister(window: SweepWindow): Promise<OfEnquiry[]> {
    const found: OfEnquiry[] = [];
    const bodies = await this.agencies.boundFromADay();
    for (const partnershipId of new Set(bodies.map((body) => body.partnershipId))) {
      const own = bodies.filter((body) => body.partnershipId === partnershipId);
      const passed = newestIn(window, registerDates(own));
      if (passed !== undefined) found.push(...(await this.sweeps.decidedBefore(passed, partnershipId)));
    }
    return found;
  }
}
