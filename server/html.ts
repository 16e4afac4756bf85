/** Message bodies: sanitises HTML or text from clients before it is stored, and renders plain text on request. */
import type { Root } from 'hast'
import { sanitize, type Schema } from 'hast-util-sanitize'
import { convert } from 'html-to-text'
import sanitizeHtml from 'sanitize-html'

const TAGS =
  'p br div span b strong i em u s a ul ol li h1 h2 h3 h4 img pre code blockquote hr table thead tbody tr th td'

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: TAGS.split(' '),
  allowedAttributes: {
    a: ['href', 'target', 'rel', 'title', 'class'],
    img: ['src', 'alt', 'width', 'height'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    '*': ['id'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  disallowedTagsMode: 'discard',
  // The code that walks it later is recursive.
  nestingLimit: 64,
}

const BLOCK = /^<(p|div|ul|ol|h[1-4]|pre|blockquote|table|hr)[\s>/]/i

/** HTML as it may be kept: of harmless tags only, its text in a block. `hello` becomes `<p>hello</p>`. */
export function sanitiseBody(html: string): string {
  const clean = sanitizeHtml(html, ALLOWED).trim()
  if (clean === '' || BLOCK.test(clean)) return clean
  return `<p>${clean.replaceAll(/\r?\n/g, '<br>')}</p>`
}

type PropertyDefinition = NonNullable<Schema['attributes']>[string][number]

const ALIGNED = /^text-align: (?:left|center|right|justify)$/
const COLOURED = /^(?:background-color: #[0-9a-f]{3,8};)? ?(?:border-color: #[0-9a-f]{3,8};)?$/
const WORDS: PropertyDefinition[] = ['dir', 'id', ['style', ALIGNED]]
const PLAYERS =
  /^https:\/\/(?:www\.youtube(?:-nocookie)?\.com\/embed|player\.vimeo\.com\/video|www\.loom\.com\/embed|fast\.wistia\.net\/embed\/iframe)\/[\w-]+(?:\?(?:start|t|list|h)=[\w-]+)?$/

/** Where the players of content come from, for the policy of pages that show it. */
export const PLAYER_ORIGINS = [
  'https://www.youtube.com',
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
  'https://www.loom.com',
  'https://fast.wistia.net',
]

/** Elements and attributes of stored content. Ids are made by the converter and need no prefix. */
const CONTENT: Schema = {
  tagNames:
    'p div h1 h2 h3 h4 h5 h6 a b i u s mark sup sub kbd code bdi bdo br img iframe ul ol li pre blockquote hr table thead tbody tr th td details summary figure figcaption'.split(
      ' ',
    ),
  attributes: {
    p: [['className', 'no-margin'], ...WORDS],
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, [...WORDS]])),
    div: [
      ['className', 'intercom-container', 'intercom-interblocks-callout'],
      ['style', COLOURED],
    ],
    a: [
      'href',
      'title',
      ['target', '_blank'],
      ['rel', 'noopener'],
      ['className', /^intercom-(?:content-link|h2b-button)$/],
    ],
    bdi: ['dir'],
    bdo: ['dir'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    iframe: [['src', PLAYERS], 'title', 'allowFullScreen'],
    ul: ['dir'],
    ol: ['dir', 'start', 'type', 'reversed'],
    li: ['value'],
    table: ['dir'],
    th: ['colSpan', 'rowSpan', 'dir', ['style', ALIGNED]],
    td: ['colSpan', 'rowSpan', 'dir', ['style', ALIGNED]],
    code: [['className', /^language-[\w+#.-]+$/]],
    details: ['open'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  clobber: [],
}

/** The tree of an article or a snippet with nothing in it but what stored content may have. */
export const sanitiseTree = (tree: Root): Root => sanitize(tree, CONTENT) as Root

/** Text that is no HTML, kept as HTML that shows it as it stands. */
export function textToBody(text: string): string {
  const escaped = sanitizeHtml(text, { allowedTags: [], disallowedTagsMode: 'discard' }).trim()
  return escaped === '' ? '' : `<p>${escaped.replaceAll(/\r?\n/g, '<br>')}</p>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in HTML, in an attribute too. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!)

/** The plain text of a body, links as `label (url)`. */
export function bodyToText(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }).trim()
}
