import { byId, fixture } from '../../test/fixtures/fixture.ts'
import { runFinJobs } from '../fin/test-jobs.ts'

export const procedureFixtures = {
  'a procedure': fixture({
    params: { procedure_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/procedures', {
        title: unique('procedure'),
        description: unique('description'),
        state: 'live',
        steps: [
          {
            type: 'collect_input',
            step_id: unique('step'),
            body: unique('question to a teammate'),
            attributes: [{ name: 'verdict', label: unique('label'), data_type: 'string' }],
          },
          { type: 'answer', body: unique('words of the agent') },
        ],
      }),
  }),
  'a procedure that waits for input': fixture({
    needs: ['a procedure'],
    async make(scene, { 'a procedure': procedure }) {
      const [step] = procedure!['steps']
      const made = await scene.send('POST', `/fin/procedures/${procedure!['id']}/run`, {
        conversation_id: scene.unique('session'),
        user: { id: scene.unique('user'), name: scene.unique('name') },
      })
      await runFinJobs(scene.app, scene.workspace.id)
      return {
        ...made,
        id: made['intercom_conversation_id'],
        step_id: step.step_id,
        identifier: step.attributes[0].identifier,
      }
    },
  }),
  'a deleted procedure': fixture({
    consumes: ['a procedure'],
    removed: 'a procedure',
    make: async ({ send }, { 'a procedure': made }) => {
      await send('DELETE', `/parley/procedures/${made!['id']}`)
      return made!
    },
  }),
}
