// What is done after all tests goes wrong.
import { after, test } from 'node:test'
after(() => { throw new Error('the database was not dropped') })
test('passes', () => {})
