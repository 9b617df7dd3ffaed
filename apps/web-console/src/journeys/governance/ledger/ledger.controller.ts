import { LedgerExportFormat, type Ledger, type SharingDecisionView } from '@mash/contracts';
import { Body, Controller, Get, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { GovernanceClient } from '../../../api-clients/governance.client';
import { ServiceProblem } from '../../../api-clients/service-errors';
import { SharingClient } from '../../../api-clients/sharing.client';
import { Clock } from '../../../clock';
import type { PostedFields } from '../../../forms/posted';
import { Colleagues } from '../../../layout/colleagues';
import { page, type Answer } from '../../../layout/page';
import { TitlesOfAgreements } from '../../../layout/titles-of-agreements';
import { ForRoles } from '../../../session/access.decorators';
import type { ConsoleRequest } from '../../../session/console-request';
import { PageNotFound } from '../../../session/page-not-found';
import { requireId } from '../../../session/require-id';
import { EnquiryFinder } from '../shared/enquiry-finder';
import { searchPage } from '../shared/search-page';
import { ledgerFilters, readLedgerQuery, type LedgerScope } from './ledger.form';
import type { LedgerNames } from './ledger-words';
import { ledgerView } from './ledger.presenter';
import { REFUSED_QUESTIONS_FILE, refusedQuestionsFile } from './refused-questions-file';
import { refusedIn, type QuestionsOfEnquiry } from './refused-questions.presenter';

const ASK = {
  frame: { title: 'Ledger', section: '/ig/ledger' },
  heading: 'What was disclosed about an enquiry?',
  action: '/ig/ledger',
  button: 'Show the ledger',
};

/** The disclosure ledger of one enquiry, or of one person in all of theirs. Entries, never content. */
@Controller('ig/ledger')
@ForRoles('ig-officer')
export class LedgerController {
  constructor(
    private readonly governance: GovernanceClient,
    private readonly sharing: SharingClient,
    private readonly finder: EnquiryFinder,
    private readonly colleagues: Colleagues,
    private readonly titles: TitlesOfAgreements,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(): Answer {
    return searchPage(ASK);
  }

  @Post()
  find(@Body() fields: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.finder.answerTo(request, ASK, fields);
  }

  @Get(':enquiry')
  show(@Param('enquiry') id: string, @Query() query: PostedFields, @Req() request: ConsoleRequest): Promise<Answer> {
    return this.ledgerPage({ enquiryId: requireId(id) }, query, request);
  }

  @Get('people/:person')
  showPerson(
    @Param('person') id: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<Answer> {
    return this.ledgerPage({ personId: requireId(id) }, query, request);
  }

  @Get(':enquiry/export/:format')
  file(
    @Param('enquiry') id: string,
    @Param('format') format: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<StreamableFile> {
    return this.fileOf({ enquiryId: requireId(id) }, format, query, request);
  }

  @Get('people/:person/export/:format')
  fileOfPerson(
    @Param('person') id: string,
    @Param('format') format: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<StreamableFile> {
    return this.fileOf({ personId: requireId(id) }, format, query, request);
  }

  /** The refused questions that the page of the enquiry lists beside its ledger. */
  @Get(':enquiry/refused-questions/:format')
  async refusedQuestions(
    @Param('enquiry') id: string,
    @Param('format') asked: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<StreamableFile> {
    const format = fileFormat(asked);
    const decisions = await this.sharing.decisionsAbout(request, requireId(id));
    return refusedFile(format, refusedIn(decisions, readLedgerQuery(query).narrowing));
  }

  /** Those that the page of a person lists, of every enquiry that names them. */
  @Get('people/:person/refused-questions/:format')
  async refusedQuestionsOfPerson(
    @Param('person') id: string,
    @Param('format') asked: string,
    @Query() query: PostedFields,
    @Req() request: ConsoleRequest,
  ): Promise<StreamableFile> {
    const format = fileFormat(asked);
    const { narrowing } = readLedgerQuery(query);
    const found = await this.governance.ledger(request, ledgerFilters({ personId: requireId(id) }, narrowing), 1);
    const questions = await this.questionsOf(request, found);
    return refusedFile(
      format,
      questions.flatMap(({ decisions }) => refusedIn(decisions, narrowing)),
    );
  }

  private async ledgerPage(scope: LedgerScope, query: PostedFields, request: ConsoleRequest): Promise<Answer> {
    const { narrowing, page: wanted } = readLedgerQuery(query);
    const [found, decisions, names] = await Promise.all([
      this.governance.ledger(request, ledgerFilters(scope, narrowing), wanted),
      'enquiryId' in scope && wanted === 1 ? this.decisionsAbout(request, scope.enquiryId) : [],
      this.namesFor(request, scope),
    ]);
    const elsewhere = 'personId' in scope && wanted === 1 ? await this.questionsOf(request, found) : [];
    const frame = { title: 'Ledger', wide: true, section: '/ig/ledger', back: '/ig/ledger' };
    return page(
      'journeys/governance/ledger/ledger.njk',
      frame,
      ledgerView(scope, narrowing, { found, decisions, elsewhere, names }, this.clock.now()),
    );
  }

  private async namesFor(request: ConsoleRequest, scope: LedgerScope): Promise<LedgerNames> {
    const [named, titleOf, enquiry] = await Promise.all([
      this.colleagues.of(request),
      this.titles.of(request),
      'enquiryId' in scope ? this.finder.captionOf(request, scope.enquiryId) : undefined,
    ]);
    return { named, titleOf, ...(enquiry !== undefined && { enquiry }) };
  }

  /** The decisions about a person, under whichever of their ids, in each enquiry that names them. */
  private questionsOf(request: ConsoleRequest, { named = [] }: Ledger): Promise<QuestionsOfEnquiry[]> {
    return Promise.all(
      named.map(async ({ enquiryId, personIds }) => {
        const all = await this.decisionsAbout(request, enquiryId);
        const isTheirs = ({ personId }: SharingDecisionView) => personId !== undefined && personIds.includes(personId);
        return { enquiryId, decisions: all.filter(isTheirs) };
      }),
    );
  }

  /** Of an enquiry whose decisions are shut to this reader, or that is not known, the ledger is shown as far as it goes. */
  private decisionsAbout(request: ConsoleRequest, enquiryId: string) {
    return this.sharing.decisionsAbout(request, enquiryId).catch((error: unknown) => {
      if (error instanceof ServiceProblem && error.status === 404) return [];
      throw error;
    });
  }

  /** The same lines as the page shows, all of them. */
  private async fileOf(
    scope: LedgerScope,
    asked: string,
    query: PostedFields,
    request: ConsoleRequest,
  ): Promise<StreamableFile> {
    const format = fileFormat(asked);
    const { narrowing } = readLedgerQuery(query);
    const file = await this.governance.ledgerFile(request, ledgerFilters(scope, narrowing), format);
    return new StreamableFile(file.stream, { type: file.type, disposition: file.disposition });
  }
}

function fileFormat(asked: string): LedgerExportFormat {
  const format = LedgerExportFormat.safeParse(asked).data;
  if (format === undefined) throw new PageNotFound();
  return format;
}

function refusedFile(format: LedgerExportFormat, refused: readonly SharingDecisionView[]): StreamableFile {
  const { type, name } = REFUSED_QUESTIONS_FILE[format];
  const text = refusedQuestionsFile(format, refused);
  return new StreamableFile(Buffer.from(text), { type, disposition: `attachment; filename="${name}"` });
}
