/**
 * A plain page where no help center can show one: at an address of none, for a form that is refused before it is
 * looked at, and while the server cannot answer.
 */
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { LIGHT, DARK } from '../look/tokens.ts'
import { directionOf } from './languages.ts'
import { refusalText } from './refusal-text.ts'
import { wordsOf, type Words } from './words/words.ts'

const STYLE = `:root{color-scheme:light dark}body{margin:20vh auto;padding:0 24px;max-width:680px;background:${LIGHT.ground};color:${LIGHT.text};font:15px/24px system-ui,sans-serif}h1{font-size:22px}@media(prefers-color-scheme:dark){body{background:${DARK.ground};color:${DARK.text}}}`

const POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; frame-ancestors 'none'`

/** True for a browser; programs are answered in the API's form. */
export const wantsPage = ({ headers }: FastifyRequest): boolean => /\btext\/html\b/.test(headers.accept ?? '')

/** @param locale the part of the address where a language stands, which may be none */
export function sendOutside(reply: FastifyReply, status: number, locale = '') {
  const words = wordsOf(locale)
  return reply
    .code(status)
    .headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
    })
    .send(pageOf(words, refusalText(words, status, reply.request.method === 'POST')))
}

const pageOf = ({ locale }: Words, [title, ...hints]: [string, ...string[]]): string =>
  toHtml({
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: locale, dir: directionOf(locale) }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('title', title),
          h('style', STYLE),
        ]),
        h('body', h('main', [h('h1', title), ...hints.map((hint) => h('p', hint))])),
      ]),
    ],
  })
