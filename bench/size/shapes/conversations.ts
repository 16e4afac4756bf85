/** Conversations, by the fields that inboxes and reports ask for. */
import { TINY_DOMAINS } from '../load/vocabulary.ts'
import { FREQUENT_WORD, RARE_WORDS, UNCOMMON_WORD } from '../load/words.ts'
import { cursorAfter, fromMiddle } from './facts.ts'
import { all, any, searching, turn, upTo, where, type Scene, type Shape } from './shape.ts'

const DAY = 86_400
const is = (field: string, value: unknown) => where(field, '=', value)
const by = (field: string, order: 'ascending' | 'descending') => ({ sort: { field, order } })
const between = (field: string, above: number, below: number) => all(where(field, '>', above), where(field, '<', below))
const closed = is('state', 'closed')

export function conversations(scene: Scene): Shape[] {
  return [...states(scene), ...people(scene), ...words(scene), ...times(scene)]
}

function states({ loaded }: Scene): Shape[] {
  const search = searching('conversations', loaded.size)
  const rows = loaded.size.conversations
  return [
    search('state =, 7 %', 0.067, () => is('state', 'open')),
    search('state =, 90 %', 0.9, () => closed),
    search('open =, 8 %', 0.083, () => is('open', true), { growth: true }),
    search('priority =, 5 %', 0.05, () => is('priority', 'priority')),
    search('source.type =', upTo(rows, 1), (i) => is('source.type', turn(['email', 'facebook'], i))),
    search('tag_ids =, 0.1 %', 0.001, (i) => is('tag_ids', String(turn(loaded.rareTagIds, i)))),
    search('tag_ids =, 10 %', 0.1, (i) => is('tag_ids', String(turn(loaded.commonTagIds, i)))),
    search('open AND team AND tag, 0.1 %', 0.001, (i) =>
      all(
        is('open', true),
        is('team_assignee_id', turn(loaded.teamIds, i)),
        is('tag_ids', String(turn(loaded.commonTagIds, i))),
      ),
    ),
    search('(open OR rare tag) AND team', 0.013, (i) =>
      all(
        any(is('open', true), is('tag_ids', String(turn(loaded.rareTagIds, i)))),
        is('team_assignee_id', turn(loaded.teamIds, i)),
      ),
    ),
    search('1 %, all at the far end', 0.01, () => is('source.delivered_as', 'operator_initiated')),
    search('state !=, 10 %', 0.083, () => where('state', '!=', 'closed')),
    search('rating =, 0.5 to 5 %', upTo(rows, 0.2), (i) => is('conversation_rating.score', 1 + (i % 5))),
  ]
}

function people({ loaded, facts }: Scene): Shape[] {
  const search = searching('conversations', loaded.size)
  const rows = loaded.size.conversations
  const known = (i: number) => turn(facts.conversations, i * 7)
  const gone = loaded.adminIds.at(-1)!
  return [
    search('admin_assignee_id =, 4 to 20 %', upTo(rows, 0.5), (i) =>
      is('admin_assignee_id', turn(loaded.adminIds.slice(0, 10), i)),
    ),
    search('admin_assignee_id =, 1 %, at the far end', 0.008, () => is('admin_assignee_id', gone)),
    search('team_assignee_id =, 15 %', 0.15, (i) => is('team_assignee_id', turn(loaded.teamIds, i))),
    search('teammate_ids =', upTo(rows, 0.5), (i) => is('teammate_ids', String(turn(loaded.adminIds.slice(0, 10), i)))),
    search('open AND mine', upTo(rows, 0.05), (i) =>
      all(is('open', true), is('admin_assignee_id', turn(loaded.adminIds.slice(0, 10), i))),
    ),
    search('contact_ids =', [1, 60], (i) => is('contact_ids', known(i).contact_id), { growth: true }),
    search('contact_ids IN 20', [1, 800], (i) =>
      where(
        'contact_ids',
        'IN',
        Array.from({ length: 20 }, (_, at) => known(i + at).contact_id),
      ),
    ),
    search('source.author.id =', [1, 60], (i) => is('source.author.id', known(i).contact_id)),
    search('source.author.email =', [1, 60], (i) => is('source.author.email', known(i).email)),
    search('source.author.email ~ @domain', [0, 200], (i) =>
      where('source.author.email', '~', `@${turn(TINY_DOMAINS, i)}`),
    ),
  ]
}

function words({ loaded: { size } }: Scene): Shape[] {
  const search = searching('conversations', size)
  return [
    search('source.body =, 20 %', FREQUENT_WORD.share, () => is('source.body', FREQUENT_WORD.word)),
    search('source.body =, 1 %', UNCOMMON_WORD.share, () => is('source.body', UNCOMMON_WORD.word)),
    search('source.body =, 20 rows', [1, 40], (i) => is('source.body', turn(RARE_WORDS, i)), { growth: true }),
    search('source.body ~, 20 rows', [1, 40], (i) => where('source.body', '~', turn(RARE_WORDS, i).slice(0, -1))),
    search('source.body ~, 20 %', FREQUENT_WORD.share, () =>
      where('source.body', '~', FREQUENT_WORD.word.slice(0, -1)),
    ),
    search('source.body ~, none', [0, 0], (i) => where('source.body', '~', `qzx${i % 100}vwk`)),
    search('source.body ^, 20 rows', [1, 40], (i) => where('source.body', '^', turn(RARE_WORDS, i).slice(0, 5))),
  ]
}

function times({ loaded: { size, now }, facts }: Scene): Shape[] {
  const search = searching('conversations', size)
  const ago = (days: number, i: number) => now - (days + ((i * 17) % 300)) * DAY
  const middle = (i: number) => fromMiddle(facts.conversations, i)
  return [
    search('updated_at between, 0.1 %', 0.0009, (i) => between('updated_at', ago(400, i), ago(399, i))),
    search('updated_at between, 1 %', 0.01, (i) => between('updated_at', ago(400, i), ago(389, i)), { growth: true }),
    search('created_at >, 50 %', 0.5, (i) => where('created_at', '>', now - (547 + (i % 9)) * DAY)),
    search('90 % by created_at, up', 0.9, () => closed, by('created_at', 'ascending')),
    search('90 % by updated_at, up', 0.9, () => closed, by('updated_at', 'ascending')),
    search('open by waiting_since, up', 0.083, () => is('open', true), by('waiting_since', 'ascending')),
    search('90 %, a page in the middle', 0.9, () => closed, {
      after: (i) => cursorAfter(middle(i).updated_at, middle(i).id, 200),
    }),
    search('time_to_admin_reply >, 5 %', upTo(size.conversations, 0.2), (i) =>
      where('statistics.time_to_admin_reply', '>', 380_000 + (i % 99)),
    ),
    search('time_to_admin_reply <, 50 %', 0.5, (i) => where('statistics.time_to_admin_reply', '<', 8_000 + (i % 99))),
    search('count_reopens >, 1 %', 0.0096, () => where('statistics.count_reopens', '>', 4)),
    search('last_close_at between, 1 %', 0.01, (i) => between('statistics.last_close_at', ago(400, i), ago(389, i))),
    search('total of 90 %', 0.9, () => closed, { perPage: 1 }),
  ]
}
