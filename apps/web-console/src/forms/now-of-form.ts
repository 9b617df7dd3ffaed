const HOUR = 3_600_000;

/**
 * Now, to reckon "so many hours ago" from: the same where the same form is sent twice, since a service takes another instant for another statement. It
 * moves on once an hour from when the page was made, so it is an hour early at most: a clock that runs from it never ends too late.
 * @param id of what the form makes (`onceId`): it begins with the time of the page
 */
export function nowOfForm(id: string, now: Date): Date {
  const age = now.getTime() - Number.parseInt(id.replace('-', '').slice(0, 12), 16);
  return age < 0 ? now : new Date(now.getTime() - (age % HOUR));
}
