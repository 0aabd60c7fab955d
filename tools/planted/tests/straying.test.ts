// Passes, and leaves a process running that shares neither group nor output with it.
import { spawn } from 'node:child_process'
import { test } from 'node:test'
test('passes', () => { spawn('/bin/sleep', ['600.25'], { detached: true, stdio: 'ignore' }).unref() })
