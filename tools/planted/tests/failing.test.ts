// One passes, one fails three levels down, one fails in what is done after it.
import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
console.log('a line the file printed')
test('passes', () => {})
describe('outer', () => { describe('inner', () => { it('is wrong', () => { assert.deepEqual({ area: '92' }, { area: '93' }) }) }) })
test('is left untidy', (t) => { t.after(() => { throw new Error('the page had errors') }) })
