import { ConsentKind, newId, type Agencies } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { EnquiryFrame, enquiryPage, type OpenEnquiry } from '../../enquiry/shared';
import { requireRoster } from '../../screening/person-of-roster';
import { consentPath } from '../consent-path';
import { personById } from '../page/consent-page';
import { ConsentSealer } from '../shared/consent-sealer';
import { readChange, type StatedChange } from './change.form';
import { changeView, checkView, type ChangeGiven } from './change.presenter';

const FIELDS = {
  ...{ state: 'state', statedAt: 'said-day', givenBy: 'speaker', givenById: 'speaker', how: 'how', ground: 'ground' },
  ...{ sealedWords: 'told', bodies: 'bodies', purposes: 'purposes', personId: 'state' },
  'CONSENT.ID_TAKEN': 'state',
};

interface Begun {
  readonly open: OpenEnquiry;
  readonly kind: ConsentKind;
  readonly agencies: Agencies['agencies'];
  readonly personId: string;
}

/** "Record a change": first what it recalls, then, at a second press, the record. */
@Controller('enquiries/:reference/people/:person/consent/change/:kind')
@ForRoles('mash-analyst', 'mash-manager')
export class ChangeController {
  constructor(
    private readonly frame: EnquiryFrame,
    private readonly sharing: SharingClient,
    private readonly sealer: ConsentSealer,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(
    @Param() params: { reference: string; person: string; kind: string },
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const begun = await this.begin(params, request);
    const held = await this.heldPosts.take(request, request.path);
    return this.form(begun, { posted: held && new Posted(held), statementId: newId() });
  }

  @Post()
  async press(
    @Param() params: { reference: string; person: string; kind: string },
    @Body() fields: PostedFields,
    @Person() author: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const begun = await this.begin(params, request);
    const posted = new Posted(fields);
    const typed = { posted, statementId: requireId(posted.text('statementId')) };
    if (posted.text('action') === 'edit') return this.form(begun, typed);
    const { change, errors } = readChange(posted, {
      ...this.contextOf(begun),
      agencyIds: begun.agencies.map(({ agencyId }) => agencyId),
    });
    if (change === undefined) return this.form(begun, typed, errors);
    try {
      if (posted.text('action') !== 'record') return await this.check(begun, typed, change, request);
      await this.record(begun, typed.statementId, change, { author, request });
      return redirect(consentPath(begun.open.reference, begun.personId));
    } catch (error) {
      const refused = fieldErrorsOf(error, FIELDS);
      if (refused === undefined) throw error;
      return this.form(begun, typed, refused);
    }
  }

  private async begin(
    { reference, person, kind: typed }: { reference: string; person: string; kind: string },
    request: ConsoleRequest,
  ): Promise<Begun> {
    const kind = ConsentKind.safeParse(typed.replace('-', '_')).data;
    if (kind === undefined) throw new PageNotFound();
    const open = await this.frame.load(request, reference);
    const personId = personById(open, requireId(person)).personId;
    return { open, kind, personId, agencies: await this.sharing.agencies(request) };
  }

  private contextOf({ open, kind, personId }: Begun) {
    return { kind, person: personById(open, personId), people: requireRoster(open).people, now: open.now };
  }

  private given(
    begun: Begun,
    typed: Pick<ChangeGiven, 'posted' | 'statementId'>,
    errors: readonly FieldError[],
  ): ChangeGiven {
    const { open, agencies } = begun;
    return { ...this.contextOf(begun), ...typed, reference: open.reference, agencies, errors };
  }

  private form(
    begun: Begun,
    typed: Pick<ChangeGiven, 'posted' | 'statementId'>,
    errors: readonly FieldError[] = [],
  ): Answer {
    const view = changeView(this.given(begun, typed, errors));
    const template = 'journeys/consent/change/change.njk';
    return enquiryPage(begun.open, { template, title: 'Record a change', section: 'people', view, errors });
  }

  private async check(
    begun: Begun,
    typed: Pick<ChangeGiven, 'posted' | 'statementId'>,
    change: StatedChange,
    request: ConsoleRequest,
  ): Promise<Answer> {
    const { how: _how, ...said } = change.said;
    const preview = await this.sharing.previewConsent(request, begun.open.enquiry.enquiryId, said);
    const view = checkView({ ...this.given(begun, typed, []), change, preview });
    const template = 'journeys/consent/change/check.njk';
    return enquiryPage(begun.open, { template, title: 'What it recalls', section: 'people', view });
  }

  private async record(
    { open }: Begun,
    statementId: string,
    { said, words }: StatedChange,
    its: { author: SignedInPerson; request: ConsoleRequest },
  ): Promise<void> {
    const { enquiryId } = open.enquiry;
    const hasWords = Object.keys(words).length > 0;
    const ids = { enquiryId, statementId };
    const sealedWords = hasWords ? await this.sealer.seal(its.request, its.author, ids, words) : undefined;
    const statement = { statementId, ...said, ...(sealedWords && { sealedWords }) };
    await this.sharing.stateConsent(its.request, enquiryId, statement);
  }
}
