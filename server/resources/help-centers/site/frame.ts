/** The document around each page: head, header, the page itself. */
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { homeAddress } from '../addresses.ts'
import { headOf } from './head.ts'
import type { Page, Visit } from './visit.ts'

export function writePage(visit: Visit, page: Page): string {
  const { site, locale } = visit
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: locale }, [
        h('head', headOf(visit, page)),
        h('body', [
          h('header', [h('a', { href: homeAddress(site.base, locale) }, site.center.display_name)]),
          h('main', page.main),
        ]),
      ]),
    ],
  }
  return toHtml(tree)
}
