/** The question under an article whether it helped, and the message that a visitor may write who says no. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { messageForm, type Refused } from './message-form.ts'
import type { Visit } from './visit.ts'

/** `answered`: the visitor said before whether it helped. */
export type Feedback = { state: 'ask' | 'answered' | 'yes' | 'no' | 'sent' } | Refused

const STATES = ['yes', 'no', 'sent'] as const

/** @param value the query's `feedback`, to which the forms lead back */
export const feedbackOf = (value: unknown): Feedback => ({ state: STATES.find((state) => state === value) ?? 'ask' })

/** @param path the address of the article in the language of the visit */
export const feedbackSection = (visit: Visit, path: string, feedback: Feedback): Element =>
  h('section.feedback', { id: 'feedback', ariaLabelledBy: 'feedback-title' }, contentOf(visit, path, feedback))

const title = (text: string, isAnswer = true): Element =>
  h('h2', { id: 'feedback-title', ...(isAnswer && { role: 'status' }) }, text)

function contentOf({ words }: Visit, path: string, feedback: Feedback): ElementContent[] {
  switch (feedback.state) {
    case 'ask':
      return [
        title(words.did, false),
        h('form.answers', { method: 'post', action: `${path}/reaction` }, [
          h('button.button', { name: 'helped', value: 'yes' }, words.yes),
          h('button.button', { name: 'helped', value: 'no' }, words.no),
        ]),
      ]
    case 'answered':
      return [title(words.thanks, false)]
    case 'yes':
      return [title(words.thanks)]
    case 'sent':
      return [title(words.sent)]
    default:
      return [title(words.missed, false), messageForm(words, path, feedback.state === 'wrong' ? feedback : undefined)]
  }
}
