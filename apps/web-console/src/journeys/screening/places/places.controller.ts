import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ContactIntakeClient } from '../../../api-clients/contact-intake.client';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import type { FieldError } from '../../../forms/field-error';
import { onceId } from '../../../forms/once-id';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, type OpenEnquiry } from '../../enquiry/shared/enquiry-frame';
import { enquiryPage } from '../../enquiry/shared/enquiry-page';
import { NoteReader } from '../../enquiry/shared/note-reader';
import { ReasonSealer } from '../../governance/shared/reason-sealer';
import { personOfRoster, requireRoster } from '../person-of-roster';
import { mentionPath } from '../screening-paths';
import { clearingNotes, REASONS_OF_CLEARING } from './clearing-reasons';
import { readClearing, readProtecting } from './places.form';
import { placesView } from './places.presenter';

const FIELDS = {
  ...{ 'INTAKE.ROSTER_CHANGED': 'reason', 'INTAKE.NOT_PROTECTED': 'clear', sealedReason: 'reason' },
};

interface Where {
  readonly reference: string;
  readonly mention: string;
}
interface Typed {
  readonly posted?: Posted | undefined;
  readonly errors: readonly FieldError[];
}

/** What must be kept secret of one person: anybody of the hub marks it, a manager clears it with a written reason. */
@Controller('enquiries/:reference/people/:mention/places')
@ForRoles('mash-analyst', 'mash-manager')
export class PlacesController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly intake: ContactIntakeClient,
    private readonly sealer: ReasonSealer,
    private readonly notes: NoteReader,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get(['', 'clear'])
  async show(
    @Param() { reference, mention }: Where,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const held = await this.heldPosts.take(request, request.path);
    return this.page(request, person, open, requireId(mention), { posted: held && new Posted(held), errors: [] });
  }

  @Post()
  async protect(
    @Param() { reference, mention }: Where,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { mentionId } = personOfRoster(open, requireId(mention));
    const posted = new Posted(fields);
    const { places, errors } = readProtecting(posted);
    if (places === undefined) return this.page(request, person, open, mentionId, { posted, errors });
    await this.intake.protectPlaces(request, open.enquiry.enquiryId, mentionId, { places });
    return redirect(mentionPath(reference, mentionId, 'places'));
  }

  @Post('clear')
  @ForRoles('mash-manager')
  async clear(
    @Param() { reference, mention }: Where,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const open = await this.frame.load(request, reference);
    const { mentionId } = personOfRoster(open, requireId(mention));
    const posted = new Posted(fields);
    const { clearing, errors } = readClearing(posted);
    if (clearing === undefined) return this.page(request, person, open, mentionId, { posted, errors });
    const { reason, ...its } = clearing;
    const { enquiryId } = open.enquiry;
    const clearingId = onceId(fields, request.path);
    try {
      const sealedReason = await this.sealer.seal(request, person, {
        enquiryId,
        noteId: clearingId,
        version: 1,
        reason,
      });
      await this.intake.clearPlaces(request, enquiryId, mentionId, { clearingId, ...its, sealedReason });
      return redirect(mentionPath(reference, mentionId, 'places'));
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(request, person, open, mentionId, { posted, errors: wrong });
    }
  }

  private async page(
    request: ConsoleRequest,
    reader: SignedInPerson,
    open: OpenEnquiry,
    mentionId: string,
    { posted, errors }: Typed,
  ): Promise<Answer> {
    const { reference, named, now } = open;
    const { version } = requireRoster(open);
    const person = personOfRoster(open, mentionId);
    const reasons = await this.notes.read(request, open.enquiry, clearingNotes(person), REASONS_OF_CLEARING);
    const mayClear = reader.roles.includes('mash-manager');
    const view = placesView({ reference, version, person, mayClear, reasons, named, posted, errors, now });
    const template = 'journeys/screening/places/places.njk';
    return enquiryPage(open, { template, title: 'Kept secret', section: 'people', view, errors });
  }
}
