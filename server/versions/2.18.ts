import { version } from './history.ts'

export default version('2.18', {
  adds: {
    operations: [
      'POST /ecommerce/connectors/{}/catalog',
      'GET /roles',
      'GET /auth_tokens',
      'POST /auth_tokens',
      'GET /auth_tokens/{}',
      'PATCH /auth_tokens/{}',
      'GET /contacts/{}/granted_companies',
      'PUT /contacts/{}/granted_companies',
      'DELETE /contacts/{}/granted_companies/{}',
    ],
  },
})
