// Cars beside the server 车载终端接入: the gateway as a child of ours, in a demonstration with cars that drive; looked after until we stop.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { fault } from '@houqin/fault'

export interface Cars {
  /** Where terminals reach it. */
  readonly port: number
  close(): Promise<void>
}
const script = fileURLToPath(import.meta.resolve('@houqin/gateway-process/beside'))
const againMs = 10_000
const patienceMs = 8000

/** @param port 0 takes any free one, for this machine alone. @throws Fault `all.gateway-ended` when it does not come up. */
export async function startCars({ databaseUrl, host, port, cars, note }: { databaseUrl: string; host: string; port: number; cars: boolean; note: (line: string) => void }): Promise<Cars> {
  let stopping = false
  let child: ChildProcess
  let again: NodeJS.Timeout | undefined
  async function start(wanted: number): Promise<number> {
    const one = spawn(process.execPath, [script, JSON.stringify({ host, port: wanted, cars })], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, DATABASE_URL: databaseUrl },
    })
    child = one
    const gone = once(one, 'exit').then(() => undefined)
    const said = await Promise.race([once(one, 'message'), gone])
    if (said === undefined) throw fault({ code: 'all.gateway-ended', zh: '车载终端接入程序没有启动起来，原因见上一行。', en: 'The terminals’ gateway did not come up; the line above says why.' })
    void gone.then(() => {
      if (!stopping) restart()
    })
    return (said[0] as { readonly port: number }).port
  }
  function restart(): void {
    note(`车载终端接入程序意外终止，十秒后重启。 The terminals’ gateway ended unexpectedly and is started again in ten seconds.`)
    again = setTimeout(() => void start(taken).catch(() => { if (!stopping) restart() }), againMs)
  }
  const taken = await start(port)
  return {
    port: taken,
    async close() {
      stopping = true
      clearTimeout(again)
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      if (child.connected) child.disconnect()
      const force = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      await gone
      clearTimeout(force)
    },
  }
}
