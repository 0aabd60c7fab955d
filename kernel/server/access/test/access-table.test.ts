// 权限总表的故事: the table is made by asking, reads like the office's own, and changes only with a reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayTake } from '@houqin/access'
import { accessTable } from '@houqin/testing/access-table'
import type { MatterRow, Principal } from '@houqin/access'
import { golden } from '@houqin/testing'
import { catalogue, clerk, repair, warden } from './bureau.ts'

test('who may do what in the trial bureau', () => {
  golden({ file: new URL('access.golden.md', import.meta.url), text: accessTable(catalogue).get('people') ?? '' })
})

const row: MatterRow = { state: 'asked', organ: 'o1', site: 's1', requester: 'asker', holderPerson: null, holderRole: warden.role, facts: { worker: 'fitter' } }
const who = (person: string | null, grants: Principal['grants'] = []): Principal => ({ account: 'a', person, name: '', session: '', grants })
const wardenOf = (site: string): Principal => who(null, [{ role: warden.role, organs: null, sites: [site] }])

test('a step is open to the role that holds the matter, where it reaches, and only from its state', () => {
  const { send } = repair.steps
  assert.equal(mayTake(wardenOf('s1'), { matter: repair, step: send, row }), true)
  assert.equal(mayTake(wardenOf('s2'), { matter: repair, step: send, row }), false)
  assert.equal(mayTake(wardenOf('s1'), { matter: repair, step: send, row: { ...row, state: 'sent' } }), false)
  assert.equal(mayTake(wardenOf('s1'), { matter: repair, step: send, row: { ...row, holderPerson: 'deputy' } }), false, 'handed to one person, it waits for him alone')
  assert.equal(mayTake(who('deputy'), { matter: repair, step: send, row: { ...row, holderPerson: 'deputy' } }), true)
})

test('a step is open to the asker, to the bearer of the reporter’s code and to the person a fact names, and to nobody unnamed', () => {
  const { confirm, fix } = repair.steps
  const [fixed, sent] = [{ ...row, state: 'fixed' }, { ...row, state: 'sent' }]
  assert.equal(mayTake(who('asker'), { matter: repair, step: confirm, row: fixed }), true)
  assert.equal(mayTake(who('other'), { matter: repair, step: confirm, row: fixed }), false)
  assert.equal(mayTake(who(null), { matter: repair, step: confirm, row: { ...fixed, requester: null } }), false, 'no person is not the same person')
  assert.equal(mayTake(who(null), { matter: repair, step: confirm, row: { ...fixed, requester: null }, byReporter: true }), true)
  assert.equal(mayTake(who('fitter'), { matter: repair, step: fix, row: sent }), true)
  assert.equal(mayTake(who(null), { matter: repair, step: fix, row: { ...sent, facts: {} } }), false)
})

test('a matter of no organ is within no organ’s reach', () => {
  const inO1 = who(null, [{ role: clerk.role, organs: ['o1'], sites: null }])
  assert.equal(mayTake(inO1, { matter: repair, step: repair.steps.urge, row }), true)
  assert.equal(mayTake(inO1, { matter: repair, step: repair.steps.urge, row: { ...row, organ: null } }), false)
})
