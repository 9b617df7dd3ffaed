import { Injectable } from '@nestjs/common';
import type { Option } from '../../../forms/field-view';
import { Colleagues, staffWords } from '../../../layout/colleagues';
import type { ConsoleRequest } from '../../../session/console-request';

/** Those of the hub for whom alone an item can be kept (condition NAMED), as they last signed in. No answer waits for them, and none fails for them. */
@Injectable()
export class NameablePeople {
  constructor(private readonly colleagues: Colleagues) {}

  /** Nobody where they cannot be told. */
  async of(request: ConsoleRequest): Promise<readonly Option[]> {
    const staff = await this.colleagues.staffFor(request);
    return (staff ?? []).map((one) => ({ value: one.accountId, text: staffWords(one) }));
  }
}
