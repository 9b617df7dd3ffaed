import { Injectable, Param } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { CodedError } from '../errors/coded-error';

@Injectable()
export class UuidPipe implements PipeTransform<unknown, string> {
  transform(value: unknown, { data }: ArgumentMetadata): string {
    const parsed = z.uuid().safeParse(value);
    if (parsed.success) return parsed.data;
    const errors = [{ field: data ?? 'id', code: 'invalid_format', message: 'Must be a UUID' }];
    throw new CodedError('REQUEST.INVALID', 400, 'Some fields are missing or wrong.', errors);
  }
}

/** A path parameter that is a UUID: `@UuidParam('enquiryId') enquiryId: string`. */
export const UuidParam = (name: string): ParameterDecorator => Param(name, UuidPipe);
