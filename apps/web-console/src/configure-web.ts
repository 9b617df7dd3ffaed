import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type RequestHandler } from 'express';
import type { Pool } from 'pg';
import { CONFIG } from './config.token';
import type { ConsoleConfig } from './config';
import { PUBLIC_FOLDER, TemplateEngine } from './layout/template-engine';
import { POOL } from './persistence/pool';
import { refuseForgedPosts } from './session/csrf';
import { loadPerson } from './session/load-person';
import { sessions } from './session/session-store';
import { webSecurity } from './web-security';

/** Largest form (bytes): a long concern and forty people. */
const FORM_LIMIT = 400_000;
/** The one form that may hold more: an agreement in a field. The longest that `sharing` takes, with every mark of it escaped. */
const AGREEMENT_LIMIT = 4_000_000;
const AGREEMENT_FORM = '/agreements/manage/draft';

/** Pages for anybody (`/p/...`): they may be kept by caches, so no session is looked for and no cookie set, whoever asks. */
const exceptPublicPages =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (request.path.startsWith('/p/')) next();
    else void handler(request, response, next);
  };

/** Everything a request passes before it reaches a page. */
export function configureWeb(app: NestExpressApplication): void {
  const config = app.get<ConsoleConfig>(CONFIG);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', config.consoleUrl.startsWith('https:') ? 1 : false);
  serveAssets(app);
  app.use(...webSecurity(config));
  app.use(exceptPublicPages(sessions(config, app.get<Pool>(POOL))));
  app.use(AGREEMENT_FORM, express.urlencoded({ extended: false, limit: AGREEMENT_LIMIT, parameterLimit: 10 }));
  app.use(exceptPublicPages(express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 3000 })));
  app.use(exceptPublicPages(loadPerson));
  app.use(exceptPublicPages(refuseForgedPosts(config.consoleUrl)));
}

/** Built assets, under an address that names their version: kept by the browser until the next release. */
function serveAssets(app: NestExpressApplication): void {
  const { assetVersion } = app.get(TemplateEngine);
  const options = { index: false, redirect: false, fallthrough: true };
  app.use(`/assets/v/${assetVersion}`, express.static(PUBLIC_FOLDER, { ...options, immutable: true, maxAge: '365d' }));
  app.use('/assets', express.static(PUBLIC_FOLDER, { ...options, maxAge: '1h' }));
}
