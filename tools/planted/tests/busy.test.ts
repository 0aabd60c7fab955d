// Never lets go of the processor.
import { test } from 'node:test'
test('spins', () => { for (;;); })
