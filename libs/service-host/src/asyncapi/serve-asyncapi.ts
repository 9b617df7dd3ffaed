import { asyncApiDocument } from '@mash/contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Application } from 'express';

/** Answers GET /asyncapi.json, public, for a service that publishes events; for others there is no such address. */
export function serveAsyncApi(app: NestExpressApplication, service: string): void {
  const document = asyncApiDocument(service);
  if (document === undefined) return;
  const express = app.getHttpAdapter().getInstance() as Application;
  express.get('/asyncapi.json', (_request, response) => {
    response.json(document);
  });
}
