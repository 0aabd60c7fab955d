// The wish to stop: Ctrl-C, a signal, or the death of the process that started us.

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Fulfilled at the first such wish. From then on the same wish again is ignored: a terminal sends Ctrl-C to us and to
 * our parent, who passes it on, so one press may arrive twice.
 */
export function stopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(undefined))
    process.on('disconnect', () => resolve(undefined))
  })
}
