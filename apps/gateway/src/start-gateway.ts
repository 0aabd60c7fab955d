// The gateway's process 接入进程: doors for terminals, the fleet's book behind them, and what it says of itself.
import type { Clock } from '@houqin/clock'
import { createCounters, createGateway, metricsOf, openDoors } from '@houqin/gateway'
import type { Gateway, Policy, SeenFault } from '@houqin/gateway'
import { carryCommands, openBook } from '@houqin/fleet/device'

export interface GatewayStart {
  readonly databaseUrl: string
  readonly clock: Clock
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly policy: Policy
  readonly log: (line: string) => void
}
export interface RunningGateway {
  readonly port: number
  readonly gateway: Gateway
  metrics(): Promise<string>
  /** The last of what went wrong. */
  faults(): readonly SeenFault[]
  close(): Promise<void>
}

const sweepMs = 1000
const stateMs = 5000
const shownCounts = 500

/** @throws Fault `gateway.port`. */
export async function startGateway({ databaseUrl, clock, host, port, policy, log }: GatewayStart): Promise<RunningGateway> {
  const book = openBook({ url: databaseUrl, log })
  const counters = createCounters()
  const gateway = createGateway({ book, clock, counters, policy, log })
  try {
    const doors = await openDoors({ gateway, host, port })
    const name = `${host}:${String(doors.port)}`
    const commands = carryCommands({ url: databaseUrl, name, gateway, clock, log })
    const sweeping = setInterval(() => gateway.sweep(), sweepMs)
    let recalled = false
    /** What the process before said is read before it is written over; a database that is away is asked again. */
    async function told(): Promise<void> {
      if (!recalled) gateway.recallStrangers(await book.strangersOf(name))
      recalled = true
      await book.tellState(name, clock.now(), {
        links: gateway.links(), sessions: gateway.sessions().length, waiting: gateway.waiting(),
        counts: counters.counts().toSorted((a, b) => b.count - a.count).slice(0, shownCounts), faults: counters.faults(), strangers: gateway.strangers(),
      })
    }
    let telling: Promise<void> = Promise.resolve()
    const tell = (): Promise<void> => (telling = telling.then(told).catch((error: unknown) => log(`state: ${error instanceof Error ? error.message : String(error)}`)))
    void tell()
    const ticking = setInterval(() => void tell(), stateMs)
    return {
      port: doors.port,
      gateway,
      metrics: () => metricsOf(gateway, counters),
      faults: () => counters.faults(),
      async close() {
        clearInterval(sweeping)
        clearInterval(ticking)
        // whoever waits for an answer is told it is offline now
        await gateway.stop()
        await commands.close()
        await doors.close()
        await tell()
        await book.close()
      },
    }
  } catch (error) {
    await book.close()
    throw error
  }
}
