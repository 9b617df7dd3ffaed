import { newId } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { AuditIsDown, ServiceDown } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import { Posted, type PostedFields } from '../../../forms/posted';
import { HANDLING } from '../../../layout/handling-line';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { requireId } from '../../../session/require-id';
import { requireReference } from '../../../session/require-reference';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame } from '../../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../../enquiry/shared/enquiry-page';
import { enquiryPath } from '../../enquiry/shared/enquiry-sections';
import { AnswersToTell } from './answers-to-tell';
import { chosenValue, readChosen } from './chosen-answers';
import { ifItCanBeHad } from './if-it-can-be-had';
import { ProtectionPress, type Press, type ToTell } from './protection-press';
import { protectView, protectViewAlone } from './protect.presenter';
import { toRingView } from './to-ring.presenter';
import { WhomToTell } from './whom-to-tell';

const TITLE = 'Immediate protection';
const TEMPLATE = 'journeys/protection/press/protect.njk';
const TEMPLATE_ALONE = 'journeys/protection/press/protect-alone.njk';

/** Immediate protection: one page that says whom a press tells, and one press. */
@Controller('enquiries/:reference/protect')
@ForRoles('mash-analyst', 'mash-manager')
export class ProtectController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly sharing: SharingClient,
    private readonly whom: WhomToTell,
    private readonly answers: AnswersToTell,
    private readonly protection: ProtectionPress,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('reference') typed: string, @Req() request: ConsoleRequest): Promise<Answer> {
    const open = await this.frame.load(request, typed).catch(ifItWaits);
    const protectionId = newId(this.clock.now().getTime());
    if (open === undefined) return this.showAlone(request, requireReference(typed), protectionId);
    const { enquiry, roster, names, now } = open;
    const [told, answers] = await Promise.all([
      this.whom.of(request, enquiry),
      ifItCanBeHad(() => this.answers.shownTo(request, enquiry, now)),
    ]);
    const view = protectView({ enquiry, told, roster, answers, names, protectionId, now });
    return enquiryPage(open, { template: TEMPLATE, title: TITLE, view });
  }

  /** Loads no page first: the press must go even while the record of who looked cannot be written. */
  @Post()
  async press(
    @Param('reference') typed: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const posted = new Posted(fields);
    const press = {
      reference: requireReference(typed),
      enquiryId: requireId(posted.text('enquiryId')),
      protectionId: requireId(posted.text('protectionId')),
      chosen: readChosen(fields['answers']),
    };
    const pressed = await this.protection.press(request, person, press).catch(ifItWaits);
    return pressed?.sent === true ? redirect(sentPath(press, pressed.untold)) : notSent(press, pressed?.toRing ?? []);
  }

  /** The enquiry itself cannot be shown: neither its people nor its earlier presses stand on the page. */
  private async showAlone(request: ConsoleRequest, reference: string, protectionId: string): Promise<Answer> {
    const told = await this.sharing.protectionStandIn(request, reference);
    const view = protectViewAlone(told, reference, protectionId);
    return page(TEMPLATE_ALONE, { title: `${TITLE}, ${reference}`, handling: HANDLING.hubOnly }, view);
  }
}

/** A service that does not answer, or a record of who looked that cannot be written, is gone round. */
function ifItWaits(error: unknown): undefined {
  if (error instanceof ServiceDown || error instanceof AuditIsDown) return undefined;
  throw error;
}

/** The receipts, and how much of what was chosen is not in them. */
const sentPath = ({ reference }: Press, untold: number): string =>
  enquiryPath(reference, untold === 0 ? '' : `?untold=${String(untold)}`);

function notSent({ reference, enquiryId, protectionId, chosen }: Press, toRing: readonly ToTell[]): Answer {
  const action = enquiryPath(reference, '/protect');
  const view = { enquiryId, protectionId, action, again: chosen.map(chosenValue), toRing: toRing.map(toRingView) };
  return page('journeys/protection/press/not-sent.njk', { title: 'Not sent', handling: HANDLING.hubOnly }, view, 503);
}
