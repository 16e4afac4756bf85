import { step } from '../../test/tour/step.ts'

export default [
  step('GET /help_center/help_centers', {
    gives: { helpCenter: (list) => list.data[0].id, helpCenterUrl: (list) => list.data[0].url },
    go: (c) => c.get('/help_center/help_centers'),
  }),
  step('GET /help_center/help_centers/{}', {
    needs: ['helpCenter'],
    go: (c, { helpCenter }) => c.get(`/help_center/help_centers/${helpCenter}`),
  }),
  step('POST /help_center/help_centers/{}/redirects', {
    needs: ['helpCenter', 'helpCenterUrl', 'collection'],
    gives: { redirect: ({ id }) => id },
    go: (c, { helpCenter, helpCenterUrl, collection }) =>
      c.post(`/help_center/help_centers/${helpCenter}/redirects`, {
        from_url: `${helpCenterUrl}/en/descaling`,
        locale: 'en',
        target_type: 'collection',
        target_id: collection,
      }),
  }),
  step('GET /help_center/help_centers/{}/redirects', {
    needs: ['helpCenter', 'redirect', 'collection'],
    go: (c, { helpCenter }) => c.get(`/help_center/help_centers/${helpCenter}/redirects`),
  }),
  step('GET /help_center/help_centers/{}/redirects/{}', {
    needs: ['helpCenter', 'redirect', 'collection'],
    go: (c, { helpCenter, redirect }) => c.get(`/help_center/help_centers/${helpCenter}/redirects/${redirect}`),
  }),
  step('DELETE /help_center/help_centers/{}/redirects/{}', {
    needs: ['helpCenter', 'collection'],
    ends: ['redirect'],
    go: (c, { helpCenter, redirect }) => c.delete(`/help_center/help_centers/${helpCenter}/redirects/${redirect}`),
  }),
  step('GET /parley/help_centers', {
    gives: { ownIdentifier: (list) => list.data[0].identifier },
    go: (c) => c.get('/parley/help_centers'),
  }),
  step('POST /parley/help_centers', {
    needs: ['ownIdentifier'],
    gives: { setCenter: ({ id }) => id },
    go: (c, { ownIdentifier }) =>
      c.post('/parley/help_centers', {
        // Its own in each workspace: the identifier is an address on the server.
        identifier: `machines-${ownIdentifier}`,
        display_name: 'Coffee machines',
        custom_domain: `machines-${ownIdentifier}.fernhill.example`,
        website_turned_on: true,
        locales: ['en', 'fr'],
      }),
  }),
  step('GET /parley/help_centers/{}', {
    needs: ['setCenter'],
    go: (c, { setCenter }) => c.get(`/parley/help_centers/${setCenter}`),
  }),
  step('PUT /parley/help_centers/{}', {
    needs: ['setCenter'],
    go: (c, { setCenter }) => c.put(`/parley/help_centers/${setCenter}`, { display_name: 'Machines' }),
  }),
  step('DELETE /parley/help_centers/{}', {
    ends: ['setCenter'],
    go: (c, { setCenter }) => c.delete(`/parley/help_centers/${setCenter}`),
  }),
]
