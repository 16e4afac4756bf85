/** Quick replies that a conversation offers its contact. */
import type { Ctx } from '../../context.ts'
import type { Db } from '../../db/pool.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { listAsking } from '../workflows/answer-queries.ts'

/** @throws 400 parameter_invalid for a choice that neither the last quick replies nor a waiting question have */
export async function checkChoice({ db, workspaceId }: Ctx, threadId: number, uuid: string): Promise<void> {
  if ((await listOffered(db, workspaceId, threadId)).includes(uuid)) return
  const asking = await listAsking(db, workspaceId, threadId)
  if (!asking.some(({ choices }) => choices.includes(uuid)))
    throw parameterInvalid(
      'reply_options must have a uuid of the last quick replies of the conversation',
      'reply_options',
    )
}

/** The ids of the last quick replies. */
async function listOffered(db: Db, workspaceId: number, threadId: number): Promise<string[]> {
  const [row] = await db<{ uuids: string[] }[]>`
    select array(select option ->> 'uuid' from jsonb_array_elements(metadata -> 'quick_reply_options') option) as uuids
    from thread_parts
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and part_type = 'quick_reply'
    order by id desc limit 1`
  return row?.uuids ?? []
}
