/** A browser without JavaScript, as far as a sign-in needs one: cookies kept, redirects followed one by one. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  /** Goes to an address and follows redirects until a page, or an address outside `origin`. */
  async visit(
    address: string,
    origin: string,
    init: RequestInit = {},
  ): Promise<{ url: string; status: number; html: string }> {
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.cookieHeader() },
    });
    this.keep(response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location === null) return { url: address, status: response.status, html: await response.text() };
    const next = new URL(location, address).href;
    if (!next.startsWith(origin)) return { url: next, status: response.status, html: '' };
    return this.visit(next, origin);
  }

  post(address: string, origin: string, form: Record<string, string>) {
    return this.visit(address, origin, { method: 'POST', body: new URLSearchParams(form) });
  }

  private keep(lines: string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
