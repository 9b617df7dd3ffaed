import type { PersonActor } from '@mash/authorisation';
import { Ledger, LedgerExportQuestion, LedgerQuestion } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Readable } from 'node:stream';
import { LedgerReader } from '../../ledger/ledger-reader';
import { LEDGER_FILE, ledgerFile } from './ledger-file';

class LedgerBody extends createZodDto(Ledger) {}
class LedgerQuery extends createZodDto(LedgerQuestion) {}
class LedgerExportQuery extends createZodDto(LedgerExportQuestion) {}

@Controller('ledger')
export class LedgerController {
  constructor(private readonly reader: LedgerReader) {}

  /** What was disclosed, to whom, why, under which rule; what was refused. Never what it said. */
  @Get()
  @ZodResponse({ type: LedgerBody })
  list(@CurrentPerson() actor: PersonActor, @Query() question: LedgerQuery) {
    return this.reader.read(actor, question);
  }

  /** The same lines, every one of them, as a file, with what it cannot have. In the log before it begins. */
  @Get('export')
  @ApiProduces(LEDGER_FILE.csv.type, LEDGER_FILE.json.type)
  @ApiOkResponse({ description: 'Every line that the question finds, newest first' })
  async export(
    @CurrentPerson() actor: PersonActor,
    @Query() { format, ...asked }: LedgerExportQuery,
  ): Promise<StreamableFile> {
    const { pieces, leavesOut } = await this.reader.export(actor, asked);
    const { type, name } = LEDGER_FILE[format];
    const options = { type, disposition: `attachment; filename="${name}"` };
    return new StreamableFile(Readable.from(ledgerFile(format, pieces, leavesOut)), options);
  }
}
