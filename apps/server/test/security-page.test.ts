// docs/security.md: every file it names is there, every control is said to be where, and no clause number is printed that nobody has read.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const page = new URL('../../../docs/security.md', import.meta.url)
const text = readFileSync(page, 'utf8')
const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| control') && !line.startsWith('|---'))

test('every link leads to a file of this repository', () => {
  const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to).filter((to) => !/^https?:/.test(to))
  assert.ok(links.length > 40, `${links.length} links`)
  assert.deepEqual(links.filter((to) => !existsSync(new URL(to, page))), [])
})

test('each control says where it stands, and what proves it or what is missing', () => {
  assert.ok(rows.length > 20)
  for (const row of rows) {
    const [, control, where, proof, rest] = row.split('|').map((cell) => cell.trim())
    assert.ok(control && where && proof && rest !== undefined, row)
    assert.ok(/\]\(.*test\.ts\)/.test(proof) || proof === '—', `${control} names no test`)
    assert.ok(proof !== '—' || rest !== '—', `${control}: neither proved nor said to be missing`)
  }
})

test('no clause number is printed: the text of the standard was not at hand', () => {
  assert.doesNotMatch(text, /\b\d+\.\d+\.\d+\.\d+\b|第[一二三四五六七八九十百]+条/)
})
