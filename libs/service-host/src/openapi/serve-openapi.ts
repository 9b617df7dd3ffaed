import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Application } from 'express';
import { openApiDocument } from './openapi-document';

/** Answers GET /openapi.json, public; built when first asked for, so that services which nobody asks do not pay for it. */
export function serveOpenApi(app: NestExpressApplication, service: string): void {
  let document: OpenAPIObject | undefined;
  const express = app.getHttpAdapter().getInstance() as Application;
  express.get('/openapi.json', (_request, response) => {
    document ??= openApiDocument(app, service);
    response.json(document);
  });
}
