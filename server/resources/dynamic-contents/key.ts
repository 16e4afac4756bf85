/** The key of a dynamic content: its first name in small letters, with a number where another one has it. */
import type { Ctx } from '../../context.ts'
import { listKeys } from './queries.ts'

/** Letters of a name that a key takes. */
const LENGTH = 100

/** The workspace must be locked. */
export async function newKey({ db, workspaceId }: Ctx, name: string): Promise<string> {
  const words = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = words
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, LENGTH)
  const key = slug || 'content'
  const taken = new Set(await listKeys(db, workspaceId, key))
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}_${number}`)) number++
  return `${key}_${number}`
}
