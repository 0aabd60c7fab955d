// Asking for a car 用车报批: asked and put to the organ's approval by one tap, in one transaction.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { MatterWire } from '@houqin/matters'
import { use } from '../../contract/index.ts'

/** @throws whatever the engine of matters says, such as that nobody is named who approves. */
export async function askForUse(tx: Tx, { matters }: System, { actor, input }: { actor: Actor; input: Readonly<Record<string, unknown>> }): Promise<MatterWire> {
  const { number, version } = await matters.start(tx, actor, use, { input })
  return matters.step(tx, actor, use, number, 'submit', { version })
}
