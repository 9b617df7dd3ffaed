import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { z } from 'zod';
import { ProblemDetails } from '../errors/problem-details';

const problemSchema = () => z.toJSONSchema(ProblemDetails, { target: 'openapi-3.0' });

const problemAnswer = {
  description: 'Refused or failed: RFC 9457 problem details with a stable code',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
};

/** Adds what every operation may answer beside its own: problem details. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as unknown[]);
  for (const operation of operations) {
    if (typeof operation !== 'object' || operation === null || !('responses' in operation)) continue;
    (operation.responses as Record<string, unknown>)['default'] ??= problemAnswer;
  }
  const schemas = { ...document.components?.schemas, ProblemDetails: problemSchema() };
  return { ...document, components: { ...document.components, schemas } } as OpenAPIObject;
}

/** The service's OpenAPI document, from the zod schemas that its endpoints check with. */
export function openApiDocument(app: INestApplication, service: string): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle(`MASH ${service}`)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  return withProblems(cleanupOpenApiDoc(SwaggerModule.createDocument(app, frame)));
}
