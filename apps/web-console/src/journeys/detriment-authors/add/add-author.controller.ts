import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { fieldErrorsOf } from '../../../api-clients/field-errors-of';
import { SharingClient } from '../../../api-clients/sharing.client';
import type { FieldError } from '../../../forms/field-error';
import { Posted, type PostedFields } from '../../../forms/posted';
import { page, redirect, type Answer } from '../../../layout/page';
import { ForRoles, Person } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { HeldPosts } from '../../../session/held-posts';
import { PageNotFound } from '../../../session/page-not-found';
import type { SignedInPerson } from '../../../session/signed-in-person';
import { REGISTER_READERS } from '../../releasers/keeper-roles';
import { addAuthorFields, readAuthor, type Candidates } from './add-author.form';

const FIELDS = {
  ...{ name: 'name', accountId: 'account' },
  ...{ 'SHARING.SELF_AUTHORISED': 'who', 'SHARING.AUTHORISED_ALREADY': 'who' },
};
const BACK = '/detriment-authors';

/** Authorises somebody to record that telling would harm a child. */
@Controller('detriment-authors/:agency')
@ForRoles(...REGISTER_READERS)
export class AddAuthorController {
  constructor(
    private readonly sharing: SharingClient,
    private readonly heldPosts: HeldPosts,
  ) {}

  @Get()
  async show(
    @Param('agency') agencyId: string,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const candidates = await this.candidates(request, person, agencyId);
    const held = await this.heldPosts.take(request, request.path);
    return this.page(candidates, held && new Posted(held), []);
  }

  @Post()
  async add(
    @Param('agency') agencyId: string,
    @Body() fields: PostedFields,
    @Person() person: SignedInPerson,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    const candidates = await this.candidates(request, person, agencyId);
    const posted = new Posted(fields);
    const { author, errors } = readAuthor(posted, candidates);
    if (author === undefined) return this.page(candidates, posted, errors);
    try {
      await this.sharing.authoriseDetriment(request, author);
    } catch (error) {
      const wrong = fieldErrorsOf(error, FIELDS);
      if (wrong === undefined) throw error;
      return this.page(candidates, posted, wrong);
    }
    return redirect(BACK);
  }

  /** Whom the register names for this agency already: nobody types an account number for them. */
  private async candidates(
    request: ConsoleRequest,
    { accountId: own }: SignedInPerson,
    agencyId: string,
  ): Promise<Candidates> {
    const [{ authors, mayKeep }, { appointments }] = await Promise.all([
      this.sharing.detrimentAuthors(request),
      this.sharing.releasers(request),
    ]);
    if (!mayKeep.includes(agencyId)) throw new PageNotFound();
    const taken = new Set([own, ...authors.filter((one) => one.agencyId === agencyId).map((one) => one.accountId)]);
    const named = appointments
      .filter((one) => one.agencyId === agencyId)
      .flatMap(({ accountId, name }) =>
        accountId === undefined || taken.has(accountId) ? [] : [[accountId, name] as const],
      );
    return { agencyId, people: [...new Map(named)].map(([accountId, name]) => ({ accountId, name })) };
  }

  private page(candidates: Candidates, posted: Posted | undefined, errors: readonly FieldError[]): Answer {
    const frame = { title: 'Who may record harm', back: BACK, section: '/releasers', errors };
    return page('journeys/detriment-authors/add/add-author.njk', frame, addAuthorFields(candidates, posted, errors));
  }
}
