/** The document around each page: head, header with search and languages, the page itself. */
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { contactAddress, homeAddress } from '../addresses.ts'
import { headOf } from './head.ts'
import { chevron } from './icons.ts'
import { directionOf, languageName } from './languages.ts'
import { searchForm } from './parts.ts'
import type { Page, Visit } from './visit.ts'

export function writePage(visit: Visit, page: Page): string {
  const { site, locale, words } = visit
  const { theme } = site.center
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: locale, dir: directionOf(locale), ...(theme !== 'system' && { dataTheme: theme }) }, [
        h('head', headOf(visit, page)),
        h('body', [
          h('a.skip', { href: '#content' }, words.skip),
          h('header.top', [
            h('div.bar', [
              brand(visit),
              ...(page.hasOwnSearch ? [] : [searchForm(visit, { id: 'search' })]),
              ...languages(visit, page),
            ]),
          ]),
          h('main', { id: 'content', tabIndex: -1 }, page.main),
          ...(page.isContact ? [] : [bottom(visit)]),
        ]),
      ]),
    ],
  }
  return toHtml(tree)
}

function brand({ site, locale }: Visit): Element {
  const { display_name, logo_url, logo_dark_url, theme } = site.center
  const [light, dark] = [logo_url ?? logo_dark_url, logo_dark_url ?? logo_url]
  const picture = (src: string) => h('img', { src, alt: display_name, height: 28 })
  const shown =
    light === null || dark === null
      ? display_name
      : theme === 'system' && light !== dark
        ? h('picture', [h('source', { srcSet: dark, media: '(prefers-color-scheme: dark)' }), picture(light)])
        : picture(theme === 'dark' ? dark : light)
  return h('a.brand', { href: homeAddress(site.base, locale) }, shown)
}

/** The way to the team, where no article helps. */
const bottom = ({ site, locale, words }: Visit): Element =>
  h('footer.bottom', h('p', [`${words.moreHelp} `, h('a', { href: contactAddress(site.base, locale) }, words.contact)]))

/** Each language leads to the same page where it has that, else to its home page. */
function languages({ site, locale, words }: Visit, { translations }: Page): Element[] {
  if (site.center.locales.length < 2) return []
  const pathIn = (other: string) =>
    translations.find((one) => one.locale === other)?.path ?? homeAddress(site.base, other)
  return [
    h('div.languages', [
      h('button.button', { type: 'button', popovertarget: 'languages' }, [
        h('span.hidden', `${words.language}: `),
        languageName(locale, locale),
        chevron(),
      ]),
      h('nav', { id: 'languages', popover: 'auto', ariaLabel: words.language }, [
        h(
          'ul',
          site.center.locales.map((other) =>
            h('li', [
              h(
                'a',
                {
                  href: pathIn(other),
                  lang: other,
                  hrefLang: other,
                  ...(other === locale && { ariaCurrent: 'true' }),
                },
                languageName(other, other),
              ),
            ]),
          ),
        ),
      ]),
    ]),
  ]
}
