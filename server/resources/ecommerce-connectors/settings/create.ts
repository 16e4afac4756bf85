import Type from 'typebox'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { readText } from '../../../http/given.ts'
import { operation } from '../../../http/operation.ts'
import { jobIdentifier } from '../../../ids.ts'
import { described, Text } from '../../../schema/types.ts'
import { EcommerceConnector, presentConnector } from '../connector.ts'
import * as queries from '../queries.ts'

export const createEcommerceConnector = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/ecommerce_connectors',
  group: 'Ecommerce Connectors',
  summary: 'Create an e-commerce connector',
  body: described(
    Type.Object({
      name: described(Text(), 'The name of the shop.'),
      id: Type.Optional(
        Type.String({
          maxLength: 64,
          description: 'An id of your own: small letters, digits and hyphens. One is drawn without it.',
        }),
      ),
    }),
    'The new connector.',
  ),
  reply: EcommerceConnector,
  answer: 'The new connector.',
  refusals: { 409: 'Another connector has the id.' },
  async handle({ db, workspaceId, now }, { body }) {
    const { id = jobIdentifier() } = body
    if (!/^[a-z0-9-]+$/.test(id)) throw parameterInvalid('id must be of small letters, digits and hyphens', 'id')
    if (!(await queries.insertConnector(db, workspaceId, { id, name: readText('name', body.name) }, now)))
      throw apiError(409, 'conflict', 'An e-commerce connector with this id already exists')
    return presentConnector(await queries.getConnector(db, workspaceId, id))
  },
})
