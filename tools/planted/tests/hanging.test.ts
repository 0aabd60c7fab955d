// Passes, and then holds its process open, as does what it started, which holds the output too.
import { spawn } from 'node:child_process'
import { test } from 'node:test'
test('passes', () => { spawn('/bin/sleep', ['600.75'], { stdio: ['ignore', 'ignore', 'inherit'] }) })
setInterval(() => {}, 1000)
