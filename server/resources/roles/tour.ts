import { step } from '../../test/tour/step.ts'

export default [step('GET /roles', { go: (c) => c.get('/roles') })]
