// Who chooses a site at all: whoever works for more than one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sitesOf, worksAtSeveral } from '../src/site/kept-sites.ts'

const held = (role: string, site: string | null = null) => ({ role, title: role, organ: null, site: site === null ? null : { id: site, name: site } })

test('a steward of one site has nothing to choose, one of two has', () => {
  assert.equal(worksAtSeveral({ roles: [held('places.steward', 'a')] }), false)
  assert.equal(worksAtSeveral({ roles: [held('places.steward', 'a'), held('desk.dispatcher', 'a')] }), false)
  assert.equal(worksAtSeveral({ roles: [held('places.steward', 'a'), held('places.steward', 'b')] }), true)
})
test('whose role reaches the whole house may choose; staff and the administrators may not, an auditor may', () => {
  assert.equal(worksAtSeveral({ roles: [held('places.officer')] }), true)
  assert.equal(worksAtSeveral({ roles: [] }), false)
  assert.equal(worksAtSeveral({ roles: [held('kernel.everyone')] }), false)
  assert.equal(worksAtSeveral({ roles: [held('kernel.system-admin'), held('kernel.security-admin')] }), false)
  assert.equal(worksAtSeveral({ roles: [held('kernel.auditor')] }), true)
})
test('the sites of somebody are told once each', () => {
  assert.deepEqual(sitesOf({ roles: [held('x.a', 'a'), held('x.b', 'a'), held('x.a', 'b'), held('x.c')] }).map(({ id }) => id), ['a', 'b'])
})
