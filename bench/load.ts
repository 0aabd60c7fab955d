// Load 加压: a few clients that ask one thing over and over, each as soon as it is answered.
import { Agent, request } from 'node:http'

export interface Asked {
  readonly address: string
  readonly path: string
  readonly token?: string
}
export interface Load {
  readonly perSecond: number
  /** Milliseconds of each answer. */
  readonly times: readonly number[]
}

/** @param seconds at least, or so many `answers` for each client; every client finishes what it has asked. @throws Error for any answer but 200. */
export async function load(asked: Asked, { clients, ...long }: { readonly clients: number } & ({ readonly seconds: number } | { readonly answers: number })): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  const began = performance.now()
  const client = async (): Promise<void> => {
    const isOver = (answers: number): boolean => ('seconds' in long ? performance.now() - began >= long.seconds * 1000 : answers >= long.answers)
    let answers = 0
    do {
      const sent = performance.now()
      await ask(asked, agent)
      times.push(performance.now() - sent)
      answers += 1
    } while (!isOver(answers))
  }
  try {
    await Promise.all(Array.from({ length: clients }, client))
  } finally {
    agent.destroy()
  }
  return { perSecond: times.length / ((performance.now() - began) / 1000), times }
}

/** @returns the body. @throws Error for any answer but 200. */
export function ask({ address, path, token }: Asked, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(`${address}${path}`, { ...(agent && { agent }), headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', reject)
      answer.on('end', () => {
        const body = Buffer.concat(pieces).toString('utf8')
        if (answer.statusCode === 200) resolve(body)
        else reject(new Error(`${path} was answered ${answer.statusCode}: ${body.slice(0, 500)}`))
      })
    })
    asking.on('error', reject)
    asking.end()
  })
}
