/** Message bodies: sanitises HTML or text from clients before it is stored, and renders plain text on request. */
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
