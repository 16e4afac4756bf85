import type { Sample } from '../../test/requests/request.ts'

export default {
  'POST /phone_call_redirects': { body: () => ({ phone: '+353832345678', custom_attributes: {} }) },
} satisfies Record<string, Sample>
