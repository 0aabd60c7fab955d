// The gateway's figures in the text form of Prometheus: links, sessions, what waits, what went wrong by device and reason.
import { Counter, Gauge, Registry } from 'prom-client'
import type { Counters } from './counters.ts'
import type { Gateway } from './gateway.ts'

/** What `/metrics` of the gateway's own process answers. */
export async function metricsOf(gateway: Gateway, counters: Counters): Promise<string> {
  const registry = new Registry()
  const gauge = (name: string, help: string, value: number): void => new Gauge({ name, help, registers: [registry] }).set(value)
  gauge('houqin_gateway_links', 'Connections and UDP addresses.', gateway.links())
  gauge('houqin_gateway_sessions', 'Terminals signed in.', gateway.sessions().length)
  gauge('houqin_gateway_waiting', 'Messages received and not stored yet.', gateway.waiting())
  const faults = new Counter({ name: 'houqin_gateway_faults', help: 'What went wrong, by device and reason.', labelNames: ['device', 'reason'], registers: [registry] })
  for (const { device, reason, count } of counters.counts()) faults.inc({ device, reason }, count)
  return registry.metrics()
}
