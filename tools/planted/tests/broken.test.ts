// Cannot even be loaded.
import { test } from 'node:test'
import { gone } from './gone.ts'
test('never runs', () => { gone() })
