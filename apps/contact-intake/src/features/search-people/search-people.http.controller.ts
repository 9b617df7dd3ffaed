import type { PersonActor } from '@mash/authorisation';
import { SearchPeople, SearchResult } from '@mash/contracts';
import { CurrentPerson } from '@mash/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { SearchPeopleHandler } from './search-people.handler';

class SearchPeopleBody extends createZodDto(SearchPeople) {}
class SearchResultAnswer extends createZodDto(SearchResult) {}

@Controller('people')
export class SearchPeopleController {
  constructor(private readonly handler: SearchPeopleHandler) {}

  /** Candidates of the people index with reasons, likely ones first. A POST, so that no name is ever in a URL. */
  @Post('search')
  @ZodResponse({ type: SearchResultAnswer, status: 200 })
  search(@Body() asked: SearchPeopleBody, @CurrentPerson() actor: PersonActor) {
    return this.handler.execute({ asked, actor });
  }
}
