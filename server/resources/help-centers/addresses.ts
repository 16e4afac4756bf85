/**
 * Addresses of a help center's pages, for answers of the API and for links of the site alike. `base` is where the site
 * is, without a slash at its end: `helpCenterUrl` for an absolute address, the base of a visit for a link in a page.
 */
import { idAndSlug } from '../../content/slug.ts'

export const homeAddress = (base: string, locale: string): string => `${base}/${locale}`

export const collectionAddress = (base: string, locale: string, { id, name }: { id: number; name: string }): string =>
  `${base}/${locale}/collections/${idAndSlug(id, name)}`

export const articleAddress = (base: string, locale: string, { id, title }: { id: number; title: string }): string =>
  `${base}/${locale}/articles/${idAndSlug(id, title)}`

export const contactAddress = (base: string, locale: string): string => `${base}/${locale}/contact`

export const searchAddress = (base: string, locale: string): string => `${base}/${locale}/search`
