// Renewing a contract 续签: what the check of contracts found leads to the matter that mends it; agreed to and signed, the contract is in force again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contractInForce, contractor, contractRenewal } from '@houqin/people'
import { people } from '@houqin/people/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { DueAnswer } from '@houqin/wire'

test('a contract that has ended is found, renewed with a leader’s consent, and found no more', async () => {
  const house = await testSubsystem([people])
  const officer = await house.as('people.officer', { name: '许静' })
  const leader = await house.as('bureau-leader', { name: '顾明远' })
  const staff = await house.as('everyone', { name: '刘敏' })
  const { id } = await house.make(contractor, { name: '清溪保洁公司', contractFrom: '2023-11-13', contractUntil: '2026-11-12' })
  const found = async () => (await house.system.standards.audit(house.system.db, await officer.actor(), contractInForce.id)).rows.flatMap(({ findings }) => findings)
  const [finding] = await found()
  assert.deepEqual(finding?.mend, { matter: contractRenewal.id, title: '外包合同续签', fill: { contractor: id, grounds: `${finding?.says}。` } })
  const { rows: due } = (await officer.get<DueAnswer>('/api/due', { register: contractor.id })).body
  assert.deepEqual(due[0]?.renew, { matter: contractRenewal.id, title: '外包合同续签', field: 'contractor' })

  const input = { contractor: id, until: '2029-11-12', price: '860000', grounds: '考核合格，采购文件约定可续签一次' }
  await assert.rejects(staff.ask(contractRenewal, input), /不能|没有/)
  await assert.rejects(officer.ask(contractRenewal, { ...input, until: '2026-11-20' }), /续签应晚于 2026-11-24/)
  const refused = await leader.take(await officer.ask(contractRenewal, input), 'refuse', { comment: '重新采购' })
  assert.equal(refused.state, 'dropped')
  const asked = await officer.ask(contractRenewal, input)
  await assert.rejects(officer.take(asked, 'agree'), /不在其中/, 'who asks does not agree')
  const agreed = await leader.take(asked, 'agree')
  assert.equal((await found()).length, 1, 'agreed is not signed')
  const closed = await officer.take(agreed, 'sign', { input: { signedOn: '2026-11-24' } })
  assert.equal(closed.stateTitle, '已续签')
  assert.deepEqual(await found(), [])
  assert.equal((await officer.get<{ contractUntil: string }>(`/api/registers/${contractor.id}/${id}`)).body.contractUntil, '2029-11-12')
})
