/** Searches of conversations, by the fields that inboxes and reports ask for. */
import { RARE_WORDS } from '../load/words.ts'
import { all, searching, turn, upTo, where, type Scene, type Shape } from './shape.ts'

const DAY = 86_400
const is = (field: string, value: unknown) => where(field, '=', value)

export function conversations({ loaded, facts }: Scene): Shape[] {
  const { size, now } = loaded
  const search = searching('conversations', size)
  const known = (i: number) => turn(facts.conversations, i * 7)
  const ago = (days: number, i: number) => now - (days + ((i * 17) % 300)) * DAY
  return [
    search('open =, 8 %', 0.083, () => is('open', true)),
    search('open AND mine', upTo(size.conversations, 0.05), (i) =>
      all(is('open', true), is('admin_assignee_id', turn(loaded.adminIds.slice(0, 10), i))),
    ),
    search('state =, 90 %', 0.9, () => is('state', 'closed')),
    search('contact_ids =', [1, 60], (i) => is('contact_ids', known(i).contact_id)),
    search('source.author.email =', [1, 60], (i) => is('source.author.email', known(i).email)),
    search('source.body =, 20 rows', [1, 40], (i) => is('source.body', turn(RARE_WORDS, i))),
    search('source.body ~, 20 rows', [1, 40], (i) => where('source.body', '~', turn(RARE_WORDS, i).slice(0, -1))),
    search('updated_at between, 1 %', 0.01, (i) =>
      all(where('updated_at', '>', ago(400, i)), where('updated_at', '<', ago(389, i))),
    ),
  ]
}
