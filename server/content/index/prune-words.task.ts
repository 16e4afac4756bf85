/**
 * Keeps the vocabulary for misspelt words true to the index: words that no text has are deleted, words that are left in
 * hidden texts alone are known to admins alone again, by the one rule of `reader.ts`, and languages without them are
 * dropped. Writes only add words, so that an edit need not look at other texts.
 */
import { type Db, fragment } from '../../db/pool.ts'
import { checkStopping, type Task } from '../../queue/task.ts'
import { inLanguage } from './in-language.ts'
import { lockWordsAlone } from './lock-words.ts'
import { WORD_IS } from './reader.ts'

/** Words that are looked up in one transaction, for which writers of content in the workspace wait. */
const BATCH = 500

export const pruneWords: Task = {
  name: 'prune_content_words',
  long: true,
  every: '41 2 * * *',
  async run(deps) {
    const workspaces = await deps.db<{ id: number }[]>`
      select id from workspaces w where exists (select from content_words c where c.workspace_id = w.id) order by id`
    for (const { id } of workspaces) {
      let after: string | undefined = ''
      while (after !== undefined) {
        checkStopping(deps)
        const from: string = after
        after = await deps.db.begin((tx) => pruneBatch(tx, id, from))
      }
    }
  },
}

/** @returns the last word that was looked up, undefined after the end */
async function pruneBatch(tx: Db, workspaceId: number, after: string): Promise<string | undefined> {
  await lockWordsAlone(tx, workspaceId)
  const [batch] = await tx<[{ last: string | null; words: number }]>`
    with recursive languages (language) as (
      (select language::text from content_index where workspace_id = ${workspaceId} order by language limit 1)
      union all
      select (select i.language::text from content_index i where i.workspace_id = ${workspaceId}
        and i.language > l.language collate "C" order by i.language limit 1)
      from languages l where l.language is not null),
    batch as materialized (
      select c.word from content_words c
      where c.workspace_id = ${workspaceId} and c.word > ${after} collate "C" order by c.word limit ${BATCH}),
    asked as materialized (
      select b.word, l.language, plainto_tsquery(l.language::regconfig, b.word) as query
      from batch b cross join languages l where l.language is not null),
    held as materialized (
      select a.word, bool_or(h.is_open) as is_open, bool_or(h.for_agent) as for_agent,
        array_agg(a.language order by a.language) as languages
      from asked a cross join lateral (
        select bool_or(${WORD_IS.is_open}) as is_open, bool_or(${WORD_IS.for_agent}) as for_agent
        from content_index x
        where x.workspace_id = ${workspaceId} and ${inLanguage(workspaceId, fragment`a.language`)} and x.words @@ a.query
        having count(*) > 0) h
      where numnode(a.query) > 0 group by a.word),
    gone as (
      delete from content_words c using batch b
      where c.workspace_id = ${workspaceId} and c.word = b.word
        and not exists (select from held h where h.word = b.word)),
    changed as (
      update content_words c set is_open = h.is_open, for_agent = h.for_agent, languages = h.languages from held h
      where c.workspace_id = ${workspaceId} and c.word = h.word
        and (c.is_open, c.for_agent, c.languages) is distinct from (h.is_open, h.for_agent, h.languages))
    select max(word) as last, count(*)::int as words from batch`
  return batch.words < BATCH ? undefined : batch.last!
}
