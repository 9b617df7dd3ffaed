import { Router, urlencoded } from 'express';
import type { Request, Response } from 'express';
import { errors } from 'oidc-provider';
import type Provider from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import { z } from 'zod';
import { DEMO_PEOPLE, demoPerson } from '../people/demo-people';
import { choosePersonPage } from './choose-person.page';
import { errorPage } from './error-page';
import { STYLE } from './page-frame';

const Choice = z.strictObject({ accountId: z.uuid() });

/** Consent is not asked for: the console is the platform's own. Grants what was requested and goes on. */
async function grant(
  provider: Provider,
  request: Request,
  response: Response,
  interaction: Interaction,
): Promise<void> {
  const { params, session } = interaction;
  const granted = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id ?? '' });
  granted.addOIDCScope('openid profile email offline_access');
  const consent = { grantId: await granted.save() };
  await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

/** The pages of a sign-in: pick a person, and the step where others would ask for consent. */
export function signInRoutes(provider: Provider, consoleUrl: string): Router {
  const routes = Router();
  const guarded =
    (work: (request: Request, response: Response) => Promise<void>) => (request: Request, response: Response) =>
      work(request, response).catch((error: unknown) => {
        if (!(error instanceof errors.SessionNotFound)) throw error;
        response.status(400).type('html').send(errorPage('expired', consoleUrl));
      });

  routes.get('/sign-in.css', (_request, response) => void response.type('css').send(STYLE));
  routes.get(
    '/interaction/:uid',
    guarded(async (request, response) => {
      const interaction = await provider.interactionDetails(request, response);
      if (interaction.prompt.name === 'consent') return grant(provider, request, response, interaction);
      response.type('html').send(choosePersonPage(interaction.uid, DEMO_PEOPLE));
    }),
  );
  routes.post(
    '/interaction/:uid',
    urlencoded({ extended: false, limit: '4kb' }),
    guarded(async (request, response) => {
      await provider.interactionDetails(request, response);
      const choice = Choice.safeParse(request.body);
      if (!choice.success || demoPerson(choice.data.accountId) === undefined) {
        response.status(400).type('html').send(errorPage('unknown_person', consoleUrl));
        return;
      }
      await provider.interactionFinished(request, response, { login: { accountId: choice.data.accountId } });
    }),
  );
  return routes;
}
