import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /ip_allowlist': {},
  'PUT /ip_allowlist': { body: () => ({ enabled: false, ip_allowlist: ['127.0.0.1', '192.0.2.0/24'] }) },
} satisfies Record<string, Sample>
