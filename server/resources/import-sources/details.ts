/** Properties of a content import source in requests. */
import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { readUrl } from '../../http/given.ts'
import { described, IdInput } from '../../schema/types.ts'
import { AudienceIdsInput } from '../audiences/content-audiences.ts'
import { STATUSES } from './import-source.ts'

export const details = {
  status: Type.Optional(Type.Enum([...STATUSES], { description: '`active` by default.' })),
  url: Type.String({ maxLength: 2048, description: 'The address of the place that the pages come from.' }),
  audience_ids: described(
    Type.Optional(Type.Union([IdInput, AudienceIdsInput])),
    'The ids of the audiences that its new pages are meant for, or one of them. None, or null, is everybody.',
  ),
}

/** The address as it was written. @throws 400 parameter_invalid */
export function readAddress(url: string): string {
  if (readUrl('url', url) === null) throw parameterInvalid('url is not a valid URL', 'url')
  return url.trim()
}
