/** Addresses of the public help center. */
import type { OpenRoute } from './open.ts'

const reason = 'readers of a help center have no token; visible.test.ts holds what they see'

const closed = ({ world }: Parameters<OpenRoute['at']>[0]) => world.things['a help center']['identifier']

export const OPEN_SITE: Record<string, OpenRoute> = {
  '/help': {
    reason: 'the page for an address that names no help center',
    status: 404,
    at: () => ['/help'],
  },
  '/help/:center': {
    reason,
    status: 302,
    at: ({ site }) => [site.base],
    notAt: (found) => ['/help/nobody', `/help/${closed(found)}`],
  },
  '/help/:center/:locale': {
    reason,
    at: ({ site }) => [`${site.base}/en`],
    notAt: (found) => ['/help/nobody/en', `/help/${closed(found)}/en`],
  },
  '/help/:center/:locale/articles/:reference': {
    reason,
    at: ({ site }) => [site.article],
    notAt: ({ site }) => [`${site.base}/en/articles/1`, `${site.base}/en/articles/x`],
  },
  '/help/:center/:locale/articles/:reference/reaction': {
    reason,
    method: 'POST',
    status: 303,
    at: ({ site }) => [`${site.article}/reaction`],
    notAt: ({ site }) => [`${site.base}/en/articles/1/reaction`],
  },
  '/help/:center/:locale/articles/:reference/message': {
    reason: 'visitors write to the workspace as its messenger would let them, a few times from a network',
    method: 'POST',
    // A message without words.
    status: 422,
    at: ({ site }) => [`${site.article}/message`],
    notAt: ({ site }) => [`${site.base}/en/articles/1/message`],
  },
  '/help/:center/:locale/contact': {
    reason,
    at: ({ site }) => [`${site.base}/en/contact`],
    notAt: (found) => [`/help/${closed(found)}/en/contact`],
  },
  '/help/:center/:locale/contact/message': {
    reason: 'visitors write to the workspace as its messenger would let them, a few times from a network',
    method: 'POST',
    // A message without words.
    status: 422,
    at: ({ site }) => [`${site.base}/en/contact/message`],
    notAt: (found) => [`/help/${closed(found)}/en/contact/message`],
  },
  '/help/:center/:locale/collections/:reference': {
    reason,
    at: ({ site }) => [site.collection],
    notAt: ({ site }) => [`${site.base}/en/collections/1`],
  },
  '/help/:center/:locale/search': {
    reason,
    at: ({ site }) => [`${site.base}/en/search?q=numbat`],
    notAt: (found) => [`/help/${closed(found)}/en/search?q=numbat`],
  },
  '/help/:center/:locale/search/suggest': {
    reason,
    at: ({ site }) => [`${site.base}/en/search/suggest?q=numbat`],
    notAt: (found) => [`/help/${closed(found)}/en/search/suggest?q=numbat`],
  },
  '/help/:center/-/:name': {
    reason: 'files of the pages: they say nothing but the colours of the help center',
    at: ({ site }) => [site.file],
    notAt: ({ site }) => [`${site.base}/-/site.css`, `${site.base}/-/..%2Fmount.ts`],
  },
  '/help/:center/*': {
    reason: 'the page for addresses at which nothing is',
    status: 404,
    at: ({ site }) => [`${site.base}/en/nothing/here`],
  },
}
