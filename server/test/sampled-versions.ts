/** The versions that a resource's tests look at; conformance.test.ts looks at all. */
export const SAMPLED_VERSIONS = ['2.7', '2.10', '2.11', '2.13', '2.16', 'Preview']
