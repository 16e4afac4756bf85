/** The page on which a visitor writes to the team without an article. */
import { h } from 'hastscript'
import { contactAddress } from '../addresses.ts'
import { type Draft, messageForm, type Refused } from './message-form.ts'
import { breadcrumbs } from './parts.ts'
import { sendMessage } from './send-message.ts'
import type { Answer, Visit } from './visit.ts'

/** @param state `sent` after a message was sent, and a message that was not */
export function contactPage(visit: Visit, state: 'ask' | 'sent' | Refused): Answer {
  const { site, locale, words } = visit
  const refused = typeof state === 'object' ? state : undefined
  const path = contactAddress(site.base, locale)
  return {
    status: refused?.status ?? 200,
    page: {
      title: words.contact,
      translations: site.center.locales.map((other) => ({ locale: other, path: contactAddress(site.base, other) })),
      isIndexed: false,
      isContact: true,
      main: [
        h('div.column', [
          breadcrumbs(visit, []),
          h('h1', words.contact),
          state === 'sent' ? h('p.notice', { role: 'status' }, words.sent) : messageForm(words, path, refused),
        ]),
      ],
    },
  }
}

/** @param take as in `sendMessage` */
export async function contact(visit: Visit, draft: Draft, take: () => boolean): Promise<Answer> {
  const { site, locale } = visit
  const refused = await sendMessage(visit, draft, { take, url: contactAddress(site.url, locale) })
  if (refused) return contactPage(visit, refused)
  return { status: 303, location: `${contactAddress(site.base, locale)}?feedback=sent` }
}
