// Killed under load 强杀: server and database ended with kill -9 in the middle of writes, again and again; what was answered must stand, once.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verify } from '@houqin/audit'
import { openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { startPostgres } from '@houqin/postgres'
import { withSystem } from '@houqin/server/with-system'
import { repair } from '@houqin/service-desk'
import { sql } from 'kysely'
import { median, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { furnishSmallHouse } from './small-house.ts'

const program = fileURLToPath(new URL('../apps/all/src/main.ts', import.meta.url))
/** Who is struck, in turn. */
const victims = ['server', 'database', 'both'] as const

/** Somebody who urges one repair again and again, and somebody who reports one after the other; each request has a key of its own. */
interface Client {
  readonly name: string
  /** Sent, and not yet answered: sent again under the same key until it is. */
  open: boolean
  answered: number
  /** Of the repair that is urged. */
  readonly urged?: { readonly number: string; version: number }
}
export interface Killed {
  readonly rounds: number
  readonly answered: number
  readonly lost: number
  readonly doubled: number
  /** Links of the audit that hold; undefined where one does not. */
  readonly links: number | undefined
  readonly readyMs: readonly number[]
}

/** @param rounds kills, of the server, of the database and of both in turn. */
export async function killRounds({ rounds, said = () => undefined }: { rounds: number; said?: (line: string) => void }): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-killed-'))
  const data = join(folder, 'data')
  const { token, site, clients } = await prepare(data)
  const readyMs: number[] = []
  let server: Server | undefined
  try {
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      server = await serve(data)
      readyMs.push(performance.now() - began)
      const victim = victims[round % victims.length] ?? 'server'
      await strike({ server, data, victim, clients, send: (client) => send({ address: server?.address ?? '', token, site, client }), after: 20 + ((round * 17) % 60) })
      said(`${round + 1}/${rounds} ${victim}, ready after ${Math.round(readyMs.at(-1) ?? 0)} ms`)
    }
    server = await serve(data)
    for (const client of clients) while (client.open) await send({ address: server.address, token, site, client })
    server.child.kill('SIGTERM')
    await once(server.child, 'exit')
    return { rounds, readyMs, answered: clients.reduce((sum, { answered }) => sum + answered, 0), ...(await counted(data, clients)) }
  } finally {
    server?.child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

export async function benchKilled(): Promise<readonly Measured[]> {
  const { rounds, answered, lost, doubled, links, readyMs } = await killRounds({ rounds: Number(process.argv[3] ?? 50), said: (line) => process.stdout.write(`${line}\n`) })
  const later = readyMs.slice(1)
  return [
    { what: 'kill -9 of server, database, both in turn', value: rounds, unit: 'times' },
    { what: 'writes answered', value: answered, unit: 'requests' },
    { what: 'answered and lost', value: lost, unit: 'requests', goal: '0' },
    { what: 'done twice', value: doubled, unit: 'requests', goal: '0' },
    { what: 'links of the audit that hold', value: links ?? -1, unit: links === undefined ? 'BROKEN' : 'all', goal: 'all' },
    { what: 'ready again, median', value: rounded(median(later)), unit: 'ms' },
    { what: 'ready again, slowest', value: rounded(Math.max(...later)), unit: 'ms', goal: '≤ 5000' },
  ]
}

async function prepare(data: string): Promise<{ token: string; site: string; clients: readonly Client[] }> {
  const postgres = await startPostgres({ dataFolder: data })
  try {
    return await withSystem({ databaseUrl: postgres.url, dataFolder: data, log: () => undefined }, async (system) => {
      const house = await furnishSmallHouse(system, postgres.url)
      const urging = await Promise.all([0, 1, 2, 3].map(async (n): Promise<Client> => {
        const { number, version } = await house.write(async (tx) =>
          system.matters.start(tx, await house.asker.authenticate(), repair, { input: { site: house.yard, what: `催办 ${n}`, urgency: 'normal' } }))
        return { name: `urge-${n}`, open: false, answered: 0, urged: { number, version } }
      }))
      const asking = [0, 1, 2, 3].map((n): Client => ({ name: `ask-${n}`, open: false, answered: 0 }))
      return { token: house.asker.token, site: house.yard, clients: [...urging, ...asking] }
    })
  } finally {
    await postgres.stop()
  }
}

interface Server {
  readonly address: string
  readonly child: ChildProcess
}
async function serve(data: string): Promise<Server> {
  const { DATABASE_URL: _theirs, ...environment } = process.env
  const child = spawn(process.execPath, [program, '--data', data, '--port', '0', '--host', '127.0.0.1', '--demo', 'off'], { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => { text += piece })
  while (child.exitCode === null && child.signalCode === null) {
    const address = /Houqin is ready:\s+(\S+)/.exec(text)?.[1]
    if (address !== undefined) return { address, child }
    await pause(5)
  }
  throw new Error(`the server ended before it was ready:\n${text}`)
}

/** All write at once; after so many answers the victim is struck, with what it has in hand. */
async function strike({ server, data, victim, clients, send: sendOnce, after }: {
  server: Server; data: string; victim: (typeof victims)[number]; clients: readonly Client[]; send: (client: Client) => Promise<boolean>; after: number
}): Promise<void> {
  const gone = once(server.child, 'exit')
  const pids = [...(victim === 'database' ? [] : [server.child.pid ?? 0]), ...(victim === 'server' ? [] : databaseProcesses(data))]
  let answers = 0
  let struck = false
  await Promise.all(clients.map(async (client) => {
    while (!struck || (victim !== 'database' && server.child.exitCode === null && server.child.signalCode === null)) {
      if (!(await sendOnce(client))) return
      answers += 1
      if (struck || answers < after) continue
      struck = true
      for (const pid of pids) process.kill(pid, 'SIGKILL')
    }
  }))
  await gone
}

function databaseProcesses(data: string): readonly number[] {
  const [postmaster = ''] = readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  const children = `/proc/${postmaster}/task/${postmaster}/children`
  return [Number(postmaster), ...(existsSync(children) ? readFileSync(children, 'utf8').trim().split(' ').map(Number) : [])]
}

/** @returns whether it was answered; a connection that went down and a database that went away are no answer. @throws Error for a refusal. */
async function send({ address, token, site, client }: { address: string; token: string; site: string; client: Client }): Promise<boolean> {
  client.open = true
  const key = `${client.name}-${client.answered}`
  const { urged } = client
  const [path, body] = urged
    ? [`/api/matters/${repair.id}/${urged.number}/steps/urge`, { version: urged.version }]
    : [`/api/matters/${repair.id}`, { input: { site, what: key, urgency: 'normal' } }]
  const answer = await fetch(`${address}${path}`, {
    method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
  }).then(async (response) => ({ status: response.status, text: await response.text() }), () => undefined)
  if (answer === undefined || answer.status >= 500) return false
  if (answer.status >= 400) throw new Error(`${key} was refused: ${answer.status} ${answer.text}`)
  client.answered += 1
  client.open = false
  if (urged) urged.version = (JSON.parse(answer.text) as { version: number }).version
  return true
}

async function counted(data: string, clients: readonly Client[]): Promise<Pick<Killed, 'lost' | 'doubled' | 'links'>> {
  const postgres = await startPostgres({ dataFolder: data })
  const { db, close } = await openDatabase({ url: postgres.url, poolSize: 2 })
  try {
    const differences = await Promise.all(clients.map(async (client) => (await happened(db, client)) - client.answered))
    const { firstBroken, sealed } = await verify(db)
    return {
      lost: differences.reduce((sum, one) => sum + Math.max(0, -one), 0),
      doubled: differences.reduce((sum, one) => sum + Math.max(0, one), 0) + (await repeated(db)),
      links: firstBroken ? undefined : sealed,
    }
  } finally {
    await close()
    await postgres.stop()
  }
}

async function happened(db: Db, { name, urged }: Client): Promise<number> {
  const { rows } = urged
    ? await sql<{ n: number }>`select count(*)::int as n from matter.event e join matter.matter m on m.id = e.matter where m.number = ${urged.number} and e.step = 'urge'`.execute(db)
    : await sql<{ n: number }>`select count(distinct what)::int as n from service_desk.repair where what ~ ${`^${name}-\\d+$`}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Repairs reported under one key that stand there more than once. */
async function repeated(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (count(*) - count(distinct what))::int as n from service_desk.repair where what like 'ask-%'`.execute(db)
  return rows[0]?.n ?? 0
}
