/** The form of a message to the team, under an article and on the page for it. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Words } from './words/words.ts'

/** The most characters that a message has. The field has no such bound: browsers cut pasted words without a sign. */
export const MAX_MESSAGE = 5000

export interface Draft {
  message: string
  email: string
}

/** A message that was not sent, and its faults; `form` is one of the whole. */
export interface Refused {
  state: 'wrong'
  status: 422 | 429
  draft: Draft
  faults: { message?: string; email?: string; form?: string }
}

/** @param path the address of the page that it is on */
export function messageForm(words: Words, path: string, refused?: Refused): Element {
  const { draft = { message: '', email: '' }, faults = {} } = refused ?? {}
  return h('form', { method: 'post', action: `${path}/message`, noValidate: true }, [
    ...(faults.form ? [h('p.error', { role: 'alert' }, faults.form)] : []),
    field({
      id: 'message',
      label: words.message,
      fault: faults.message,
      isFirst: true,
      control: (more) => h('textarea', { ...more, name: 'message', rows: 4, required: true }, draft.message),
    }),
    field({
      id: 'email',
      label: words.email,
      fault: faults.email,
      isFirst: faults.message === undefined,
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
  /** No field before it has a fault. */
  isFirst: boolean
  hint?: string
  control: (more: object) => Element
}

function field({ id, label, fault, isFirst, hint, control }: Field): Element {
  const note = fault ?? hint
  const more = {
    id,
    ...(note && { ariaDescribedBy: `${id}-note` }),
    // The page comes anew: a reader who cannot see it is led to the fault.
    ...(fault && { ariaInvalid: 'true', autoFocus: isFirst }),
  }
  return h('div.field', [
    h('label', { htmlFor: id }, label),
    control(more),
    ...(note ? [h('p', { id: `${id}-note`, className: fault ? 'error' : 'hint' }, note)] : []),
  ])
}
