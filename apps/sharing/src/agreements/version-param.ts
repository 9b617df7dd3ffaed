import { notFound } from '@mash/service-host';
import { Injectable, Param, type PipeTransform } from '@nestjs/common';

@Injectable()
export class VersionPipe implements PipeTransform<unknown, number> {
  transform(value: unknown): number {
    if (typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value)) return Number(value);
    throw notFound('Agreement');
  }
}

/** The number of a version in a path: `@VersionParam() version: number`. Anything else is a version that is not there. */
export const VersionParam = (): ParameterDecorator => Param('version', VersionPipe);
