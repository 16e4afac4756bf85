import { code, type Sides } from '../../test/sides/scene.ts'

export default {
  KeepAttributesFromMessenger: {
    since: '2.11',
    see: async (client, scene) => {
      const name = `from messenger ${scene.number()}`
      const { body } = await client.post('/data_attributes', { name, model: 'contact', data_type: 'string' })
      return body.messenger_writable
    },
    before: true,
    after: false,
  },
  MoveConversationAttributes: {
    since: '2.16',
    see: async (client) => [
      code(await client.get('/data_attributes?model=conversation')),
      (await client.get('/data_attributes')).body.data.some(({ model }: { model: string }) => model === 'conversation'),
    ],
    before: [[200, undefined], true],
    after: [[422, 'parameter_invalid'], false],
  },
  TellTimesOfAttributes: {
    since: '2.17',
    see: async (client, scene) => {
      const name = `time ${scene.number()}`
      const { body } = await client.post('/data_attributes', { name, model: 'contact', data_type: 'datetime' })
      const { data } = (await client.get('/data_attributes')).body
      const typeOf = (model: string, one: string) =>
        data.find((attribute: any) => attribute.model === model && attribute.name === one).data_type
      return [body.data_type, typeOf('contact', 'last_seen_at'), typeOf('company', 'created_at')]
    },
    before: ['date', 'date', 'date'],
    after: ['datetime', 'datetime', 'date'],
  },
} satisfies Record<string, Sides>
