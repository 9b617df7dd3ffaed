/** Injects the console's configuration: `@Inject(CONFIG) config: ConsoleConfig`. */
export const CONFIG = Symbol('ConsoleConfig');
