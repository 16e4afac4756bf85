import type { Site } from '../place.ts'

/** The address by which the world knows a page: on the help center's own domain where it has one. */
export const absolute = ({ base, url }: Pick<Site, 'base' | 'url'>, path: string): string =>
  url + path.slice(base.length)
