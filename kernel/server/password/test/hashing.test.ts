// 口令摘要的故事: at most two at a time, the rest in line, and whoever finds the line full is told when to come back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '@houqin/problem'
import { createHashing } from '@houqin/password'

/** An algorithm whose hashings end when the story says so. */
function heldBack() {
  const release: (() => void)[] = []
  let most = 0
  let running = 0
  const hash = async (): Promise<string> => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => { release.push(resolve) })
    running -= 1
    return 'digest'
  }
  return { algorithm: { hash, verify: async () => true }, release, most: () => most }
}

test('two hash, two wait, the fifth is sent away', async () => {
  const { algorithm, release, most } = heldBack()
  const hashing = createHashing({ atOnce: 2, waiting: 2, algorithm })
  const four = Array.from({ length: 4 }, () => hashing.hash('x'))
  await assert.rejects(hashing.hash('x'), (error) => error instanceof Problem && error.type === 'too-many-requests' && error.more['retryAfter'] === 3)
  for (let ended = 0; ended < 4; ended += 1) {
    assert.ok(release.length > ended, 'the next in line runs as soon as one ends')
    release[ended]?.()
    await new Promise(setImmediate)
  }
  assert.deepEqual(await Promise.all(four), ['digest', 'digest', 'digest', 'digest'])
  assert.equal(most(), 2)
})

test('a hashing that fails gives its place to the next', async () => {
  const hashing = createHashing({ atOnce: 1, waiting: 5, algorithm: { hash: async () => { throw new Error('out of memory') }, verify: async () => true } })
  await Promise.all([1, 2, 3].map(() => assert.rejects(hashing.hash('x'), /out of memory/)))
  assert.equal(await hashing.verify('', 'x'), true)
})

test('the digest is argon2id with its costs, knows its password however the keys were typed, and no other', async () => {
  const hashing = createHashing()
  const digest = await hashing.hash('Xq7-veranda-moth')
  assert.match(digest, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(await hashing.hash('Xq7-veranda-moth'), digest, 'salted')
  assert.equal(await hashing.verify(digest, 'Xq7-veranda-moth'), true)
  assert.equal(await hashing.verify(digest, 'Ｘｑ７－veranda-moth'), true, 'full-width letters are the same keys')
  assert.equal(await hashing.verify(digest, 'xq7-veranda-moth'), false)
})

test('nobody’s digest costs the same and is never matched', async () => {
  const { nobody, verify } = createHashing()
  assert.match(nobody, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await verify(nobody, ''), false)
})
