// Passes, and then holds its process open.
import { test } from 'node:test'
test('passes', () => {})
setInterval(() => {}, 1000)
