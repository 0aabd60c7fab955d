// Ends the process in the middle, with an exit code that looks well.
import { test } from 'node:test'
test('first', () => {})
test('leaves', () => { process.exit(0) })
test('never runs', () => { throw new Error('never') })
