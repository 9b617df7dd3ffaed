/** Nest replaced a reaction's error with its own: no catch-all filter kept it. */
export class RealErrorLost extends Error {
  readonly code = 'MESSAGING.REAL_ERROR_LOST';

  constructor() {
    super(
      'MESSAGING.REAL_ERROR_LOST: the application needs a catch-all filter that keeps errors of rpc hosts, such as KeepRealErrorFilter',
    );
    this.name = 'RealErrorLost';
  }
}
