// A fake mail server: keeps the letters it took, and refuses as the test says.
import { once } from 'node:events'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'

export interface Letter {
  readonly from: string
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly secure: boolean
  /** Headers and body as they came. */
  readonly source: string
}
export interface FakeMail {
  readonly port: number
  readonly letters: readonly Letter[]
}

interface Rules {
  readonly user?: string
  readonly password?: string
  /** A reply to every recipient instead of taking him. */
  readonly refuse?: { readonly code: number; readonly words: string }
  /** Takes the letter and says nothing. */
  readonly silent?: boolean
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** Ends with the tests of the file. */
export async function fakeMail({ user, password, refuse, silent, tls }: Rules = {}): Promise<FakeMail> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    ...tls,
    authOptional: user === undefined,
    allowInsecureAuth: true,
    closeTimeout: 50,
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(user === undefined ? ['AUTH'] : [])],
    onAuth(given, _session, done) {
      if (given.username === user && given.password === password) done(null, { user: given.username })
      else done(Object.assign(new Error('Authentication failed'), { responseCode: 535 }))
    },
    onRcptTo(_address, _session, done) {
      if (refuse) done(Object.assign(new Error(refuse.words), { responseCode: refuse.code }))
      else done()
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        letters.push({
          from: mailFrom === false || mailFrom === null ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address),
          user: typeof session.user === 'string' ? session.user : undefined, secure: session.secure === true, source: Buffer.concat(parts).toString('utf8'),
        })
        if (silent !== true) done(null, 'queued as 4711')
      })
    },
  })
  server.on('error', () => undefined) // a client that leaves in the middle is what some tests are about
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  after(() => new Promise<void>((resolve) => server.close(resolve)))
  const at = server.server.address()
  if (at === null || typeof at === 'string') throw new Error('the fake has no port')
  return { port: at.port, letters }
}
