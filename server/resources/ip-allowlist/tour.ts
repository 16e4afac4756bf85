import { step } from '../../test/tour/step.ts'

export default [
  step('PUT /ip_allowlist', {
    go: (c) => c.put('/ip_allowlist', { enabled: true, ip_allowlist: ['192.168.1.0/24', '127.0.0.1'] }),
  }),
  step('GET /ip_allowlist', { go: (c) => c.get('/ip_allowlist') }),
]
