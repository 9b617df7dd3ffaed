import { jsonLogger } from '@mash/telemetry';
import { Injectable } from '@nestjs/common';
import { IdentityProvider } from './identity-provider';

/** Where a sign-out leads: the identity provider's own sign-in usually outlives the console's, and whoever sits down next would be in with it. */
@Injectable()
export class ProviderSignOut {
  private readonly log = jsonLogger('web-console');

  constructor(private readonly provider: IdentityProvider) {}

  /**
   * @param idToken proves who is signing out; without it, where the session here had ended by itself, the provider asks them
   * @returns the provider's address; a page of ours that warns, where the provider cannot be asked
   */
  async next(idToken: string | undefined): Promise<string> {
    try {
      return await this.provider.endSessionUrl(idToken);
    } catch (error) {
      // Here it has ended already: an error would say that nothing was changed.
      this.log.error('sign-out at the provider not begun', error);
      return '/signed-out?only=here';
    }
  }
}
