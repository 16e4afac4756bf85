/** The question under an article whether it helped, and the message that a visitor may write who says no. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Visit } from './visit.ts'

export interface Draft {
  message: string
  email: string
}

export type Feedback =
  | { state: 'ask' | 'yes' | 'no' | 'sent' }
  /** The message that cannot be sent as it is, and its faults. */
  | { state: 'wrong'; draft: Draft; faults: { message?: string; email?: string } }

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
    case 'yes':
      return [title(words.thanks)]
    case 'sent':
      return [title(words.sent)]
    default:
      return [title(words.missed, false), messageForm(words, path, feedback)]
  }
}

function messageForm(words: Visit['words'], path: string, feedback: Feedback): Element {
  const { draft, faults } =
    feedback.state === 'wrong'
      ? feedback
      : { draft: { message: '', email: '' }, faults: {} as { message?: string; email?: string } }
  return h('form', { method: 'post', action: `${path}/message`, noValidate: true }, [
    field({
      id: 'message',
      label: words.message,
      fault: faults.message,
      control: (more) =>
        h('textarea', { ...more, name: 'message', rows: 4, required: true, maxLength: 5000 }, draft.message),
    }),
    field({
      id: 'email',
      label: words.email,
      fault: faults.email,
      hint: words.emailHint,
      control: (more) =>
        h('input', {
          ...more,
          name: 'email',
          type: 'email',
          autoComplete: 'email',
          maxLength: 254,
          value: draft.email,
        }),
    }),
    h('button.button.primary', words.send),
  ])
}

interface Field {
  id: string
  label: string
  fault: string | undefined
  hint?: string
  control: (more: object) => Element
}

function field({ id, label, fault, hint, control }: Field): Element {
  const note = fault ?? hint
  const more = {
    id,
    ...(note && { ariaDescribedBy: `${id}-note` }),
    ...(fault && { ariaInvalid: 'true' }),
  }
  return h('div.field', [
    h('label', { htmlFor: id }, label),
    control(more),
    ...(note ? [h('p', { id: `${id}-note`, className: fault ? 'error' : 'hint' }, note)] : []),
  ])
}
