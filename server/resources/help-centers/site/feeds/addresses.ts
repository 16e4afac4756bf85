/** Addresses of what programs read: feeds, sitemaps, Markdown. `base` as in `../../addresses.ts`. */

export const feedAddress = (base: string, locale: string): string => `${base}/${locale}/feed.xml`

export const sitemapIndexAddress = (base: string): string => `${base}/sitemap.xml`

/** @param after the id after which its articles begin */
export const sitemapAddress = (base: string, locale: string, after: number): string =>
  `${base}/${locale}/sitemap-${after}.xml`

export const llmsAddress = (base: string, locale: string): string => `${base}/${locale}/llms.txt`

/** @param article the address of its page */
export const markdownAddress = (article: string): string => `${article}.md`
