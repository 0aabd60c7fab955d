// Waiting for what comes by itself 等到为止: looked for again and again, for half a minute.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'

const [glance, most] = [25, 1200]

export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < most; round += 1) {
    if (await isSo()) return
    await pause(glance)
  }
  assert.fail(`${what}: not within half a minute`)
}
