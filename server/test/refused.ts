/** Refusals that the tests have seen, as `2.11 GET /tags/0 404`; named-statuses.ts holds them to the reference. */
export const refused = new Set<string>()

/** @param version undefined where a setting answered */
export function keepRefusal(version: string | undefined, method: string, path: string, status: number): void {
  if (status >= 400) refused.add(`${version ?? 'settings'} ${method} ${path.split('?')[0]} ${status}`)
}
