import { step } from '../../test/tour/step.ts'

export default [
  step('POST /phone_call_redirects', { go: (c) => c.post('/phone_call_redirects', { phone: '+353832345678' }) }),
]
