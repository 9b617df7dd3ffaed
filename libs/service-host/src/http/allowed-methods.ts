interface Layer {
  route?: { methods: Record<string, boolean> };
  match?: (path: string) => unknown;
}
interface ExpressApp {
  router?: { stack?: Layer[] };
}

const matches = (layer: Layer, path: string): boolean => {
  try {
    return Boolean(layer.match?.(path));
  } catch {
    return false; // an escape that cannot be decoded matches nothing
  }
};

/** The methods that the routes matching `path` take: tells "no such address" (404) from "not with that method" (405). */
export function allowedMethods(app: unknown, path: string): string[] {
  const layers = (app as ExpressApp).router?.stack ?? [];
  const matching = layers.filter((layer) => layer.route !== undefined && matches(layer, path));
  const methods = matching.flatMap((layer) => Object.keys(layer.route?.methods ?? {}));
  return [...new Set(methods.filter((method) => method !== '_all').map((method) => method.toUpperCase()))].sort();
}
