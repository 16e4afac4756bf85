/** The head of a page. Elements that search engines and readers of feeds need come after the title. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { headLinks } from './feeds/links.ts'
import type { Page, Visit } from './visit.ts'

export const headOf = (visit: Visit, page: Page): Element[] => [...basicsOf(visit, page), ...headLinks(visit, page)]

const basicsOf = ({ site }: Visit, { title, description, isIndexed, head = [] }: Page): Element[] => [
  h('meta', { charSet: 'utf-8' }),
  h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  h('title', title === site.center.display_name ? title : `${title} | ${site.center.display_name}`),
  ...(description ? [h('meta', { name: 'description', content: description })] : []),
  ...(isIndexed ? [] : [h('meta', { name: 'robots', content: 'noindex' })]),
  ...head,
]
