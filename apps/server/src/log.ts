// The server's log 日志: one JSON line for each thing that went wrong, for whoever keeps the machine.
import { systemClock } from '@houqin/clock'
import { numbersHidden } from '@houqin/fields'
import type { Log } from '@houqin/http'

export function logTo(line: (text: string) => void): Log {
  const write = (level: string) => (details: object, says: string) =>
    line(numbersHidden(JSON.stringify({ at: systemClock.now().toISOString(), level, says, ...plain(details) })))
  return Object.freeze({ warn: write('warn'), error: write('error') })
}

function plain(details: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, value instanceof Error ? { message: value.message, stack: value.stack } : value]),
  )
}
