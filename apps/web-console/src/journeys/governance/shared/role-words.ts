/** Roles of one who acted: `mash-analyst` reads "Mash analyst". */
export function roleWords(roles: readonly string[]): string {
  if (roles.length === 0) return 'No role';
  return roles
    .map((role) => role.replaceAll('-', ' ').replace('mash', 'MASH'))
    .map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`)
    .join(', ');
}
