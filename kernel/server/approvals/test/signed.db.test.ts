// Signatures 签名: kept or drawn on the spot, asked for by a stage, bound to what the approver had before him, opened inside the matter alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PNG } from 'pngjs'
import { sql } from 'kysely'
import type { SignedContent } from '@houqin/signatures'
import type { Somebody } from '@houqin/testing/subsystem'
import { cashier, spending } from './office.ts'
import { act, anyDay, does, done, openOffice, seats } from './office-desk.ts'

const at = (number: string, task: string): string => `/api/matters/${spending.id}/${number}/tasks/${task}/signature`

test('a stage that asks for the kept signature: refused without one, signed with a copy of it afterwards', async () => {
  const { route, submit, zhao, qian, asker, as } = await openOffice()
  await route([{ title: '科长', mode: 'all', who: seats(zhao), signature: 'stored' }, { title: '局长', mode: 'all', who: seats(qian) }])
  const asked = await submit()
  const { digest } = (await zhao.see(asked)).route ?? {}
  const bare = await act(zhao, asked, 'agree')
  assert.equal(bare.status, 422)
  assert.match(bare.text, /这一环节要签名/)
  assert.match((await act(zhao, asked, 'agree', { signature: {}, digest })).text, /先在“我的”中留存签名/)
  const kept = done(await zhao.post<{ signature: { file: string } }>('/api/me/signature', { file: await drawing(zhao) }), 201).signature
  assert.deepEqual([(await zhao.get(`/api/files/${kept.file}`)).status, (await qian.get(`/api/files/${kept.file}`)).status, (await asker.get(`/api/files/${kept.file}`)).status], [200, 404, 404])
  assert.equal((await act(zhao, asked, 'agree', { signature: {}, digest: '0'.repeat(64) })).status, 409, 'what he signs is what he saw')
  const signed = await does(zhao, asked, 'agree', { signature: {}, digest })
  const [task] = signed.route?.stages[0]?.tasks ?? []
  assert.deepEqual([task?.signature?.manner, task?.signature?.digest, signed.route?.digest], ['stored', digest, null])
  const file = `/api/files/${task?.signature?.file}`
  assert.notEqual(task?.signature?.file, kept.file, 'the file itself is not told of')
  const outsider = await as('kernel.everyone', { name: '过路人' })
  assert.deepEqual([(await qian.get(file)).status, (await asker.get(file)).status, (await outsider.get(file)).status], [200, 200, 404])
  const shown = done(await asker.get<SignedContent>(at(asked.number, task?.id ?? '')))
  assert.deepEqual([shown.name, shown.intact, shown.digest], ['赵科长', true, digest])
  assert.deepEqual((shown.content as { input: unknown }).input, { amount: '100.00' })
  assert.equal((await outsider.get(at(asked.number, task?.id ?? ''))).status, 404)
  assert.equal((await (await as(cashier, { name: '周出纳' })).get(at(asked.number, task?.id ?? ''))).status, 404, 'who only reads along does not see the whole of it')
  // Taken back, what was signed keeps its own.
  assert.equal((await zhao.call('DELETE', '/api/me/signature')).status, 204)
  assert.equal((await zhao.call('DELETE', '/api/me/signature')).status, 404)
  assert.deepEqual([(await zhao.get<{ signature: null }>('/api/me/signature')).body.signature, (await qian.get(file)).status], [null, 200])
})

test('drawn on the spot: his own drawing, once; somebody else’s, a used one and the kept one are not taken', async () => {
  const { route, submit, zhao, qian, system } = await openOffice()
  await route([{ title: '会签', mode: 'all', who: seats(zhao, qian), signature: 'drawn' }])
  const asked = await submit()
  const { digest } = (await zhao.see(asked)).route ?? {}
  done(await qian.post('/api/me/signature', { file: await drawing(qian) }), 201)
  assert.match((await act(qian, asked, 'agree', { signature: {}, digest })).text, /要当场手写签名/)
  const his = await drawing(zhao)
  assert.match((await act(qian, asked, 'agree', { signature: { file: his }, digest })).text, /没有收到签名/)
  const signed = await does(zhao, asked, 'agree', { signature: { file: his }, digest })
  assert.deepEqual(signed.route?.stages[0]?.tasks.map(({ signature }) => signature?.manner), ['drawn', undefined])
  assert.match((await act(qian, asked, 'agree', { signature: { file: his }, digest })).text, /没有收到签名/, 'a drawing stands under one deed')
  assert.equal((await does(qian, asked, 'refuse', { comment: '不必' })).state, 'draft', 'who refuses need not sign')
  // Somebody who writes in the table is found out.
  const task = signed.route?.stages[0]?.tasks.find(({ signature }) => signature !== null)
  await sql`update signature.signed set content = jsonb_set(content, '{input,amount}', '"1.00"')`.execute(system.db)
  assert.equal(done(await qian.get<SignedContent>(at(asked.number, task?.id ?? ''))).intact, false)
})

test('the clock agrees to nothing that must be signed', async () => {
  const { officer, zhao } = await openOffice()
  const stages = [{ title: '审批', mode: 'all', who: seats(zhao), hours: 4, late: 'pass', signature: 'stored' }]
  const refused = await officer.post<{ issues: { at: string }[] }>('/api/approval/routes', { route: 'office.spending', ...anyDay, stages })
  assert.deepEqual([refused.status, refused.body.issues[0]?.at], [422, 'stages[0].late'])
})

test('an empty box, a dot and what is no picture are no signature, drawn or kept', async () => {
  const { route, submit, zhao } = await openOffice()
  await route([{ title: '科长', mode: 'all', who: seats(zhao), signature: 'drawn' }])
  const asked = await submit()
  const { digest } = (await zhao.see(asked)).route ?? {}
  const whole = paper({ stroke: 100 })
  const torn = Buffer.from(whole)
  torn.fill(0x5a, torn.indexOf('IDAT') + 6, torn.indexOf('IEND') - 8)
  for (const [picture, says] of [[paper({ stroke: 0 }), /签名框是空白的/], [paper({ stroke: 0, alpha: 0 }), /签名框是空白的/], [paper({ stroke: 4 }), /签名框是空白的/], [torn, /读不出来/]] as const) {
    const file = await drawing(zhao, picture)
    const refused = await act(zhao, asked, 'agree', { signature: { file }, digest })
    assert.equal(refused.status, 422)
    assert.match(refused.text, says)
    const kept = await zhao.post('/api/me/signature', { file })
    assert.equal(kept.status, 422)
    assert.match(kept.text, says)
  }
  assert.equal((await does(zhao, asked, 'agree', { signature: { file: await drawing(zhao, paper({ stroke: 40, alpha: 0 })) }, digest })).state, 'approved')
})

/** White paper, or none at all, with a stroke of the pen so many points long. */
function paper({ stroke, alpha = 255 }: { stroke: number; alpha?: number }): Buffer {
  const picture = new PNG({ width: 160, height: 60 })
  for (let place = 0; place < picture.data.length; place += 1) picture.data[place] = place % 4 === 3 ? alpha : 255
  for (let x = 0; x < stroke; x += 1) for (const y of [30, 31, 32]) picture.data.set([17, 17, 17, 255], (y * 160 + 20 + x) * 4)
  return PNG.sync.write(picture)
}
/** A small picture that `who` brings in. */
async function drawing(who: Somebody, picture = paper({ stroke: 100 })): Promise<string> {
  const boundary = 'sign'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="sign.png"\r\ncontent-type: image/png\r\n\r\n`
  const raw = Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const { body, status, text } = await who.call<{ id: string }>('POST', '/api/files', { raw, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
  assert.equal(status, 201, text)
  return body.id
}
