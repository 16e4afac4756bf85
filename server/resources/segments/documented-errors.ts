import { NOBODY } from '../../test/documented-errors/ground.ts'
import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const SOMETHING_ELSE = [404, 'not_found', 'Resource Not Found'] as const

export default [
  ...rows(404, 'not_found', 'User Not Found', { 'GET /contacts/{}/segments': () => [`/contacts/${NOBODY}/segments`] }),
  ...rows(...SOMETHING_ELSE, { 'GET /segments/{}': () => [`/segments/${NOBODY}`] }),
] satisfies ErrorRow[]
