import { createZodValidationPipe } from 'nestjs-zod';
import { z } from 'zod';
import { CodedError } from '../errors/coded-error';
import type { FieldError } from '../errors/coded-error';

const fieldOf = (path: PropertyKey[]): string => path.map(String).join('.');

function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldOf([...issue.path, key]),
      code: 'unknown_field',
      message: 'There is no such field',
    }));
  }
  return [{ field: fieldOf(issue.path), code: issue.code, message: issue.message }];
}

/** A zod error as a refusal that names each field. Values are never repeated. */
export function invalidRequest(error: z.ZodError): CodedError {
  return new CodedError(
    'REQUEST.INVALID',
    400,
    'Some fields are missing or wrong.',
    error.issues.flatMap(fieldErrorsOf),
  );
}

/** Checks bodies, queries and path parameters against the zod schema of their DTO. */
export const ValidationPipe = createZodValidationPipe({
  createValidationException: (error) => (error instanceof z.ZodError ? invalidRequest(error) : (error as Error)),
});
