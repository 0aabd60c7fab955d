// What every test of a wire needs: a message, a sender with usual settings, and the failure it ends with.
import assert from 'node:assert/strict'
import { ChannelFailure } from '@houqin/notices'
import type { ChannelKind, Message } from '@houqin/notices'
import { kinds } from '../src/index.ts'
import type { Send, Values } from '../src/index.ts'

export const message: Message = {
  to: { value: 'li.ming', name: '李明' },
  title: '报修已派工：BX-20261124-0007',
  text: '三楼 302 室灯不亮，请于 11:30 前到场。\n<联系>“王科长” & 同事',
  url: 'https://houqin.example/matters/BX-20261124-0007',
  key: 'notice:7',
}
export const now = new Date('2026-11-24T01:30:00.123Z')

/** @param patience milliseconds. */
export function sender(kind: ChannelKind, { settings = {}, secrets = {}, patience = 5000, clock = { now: () => now } }: { settings?: Values; secrets?: Values; patience?: number; clock?: { now: () => Date } }): Send {
  return kinds[kind].open({ settings: { ...standards(kind), ...settings }, secrets, patience, clock })
}
const standards = (kind: ChannelKind): Values =>
  Object.fromEntries(kinds[kind].fields.flatMap(({ name, standard }) => (standard === undefined ? [] : [[name, standard]])))

/** How it failed: in both languages, and whether for good. */
export async function failure(sending: Promise<unknown>): Promise<{ zh: string; en: string; permanent: boolean }> {
  const error = await sending.then(() => undefined, (reason: unknown) => reason)
  assert.ok(error instanceof ChannelFailure, `it should have failed, with a sentence: ${String(error)}`)
  return { ...error.says, permanent: error.permanent }
}
export const unhurried = (): AbortSignal => new AbortController().signal
