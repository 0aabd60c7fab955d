// 本机的名称与地址: everything people may type to reach this machine, as a certificate can say it.
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** What the machine knows of itself; read anew at every look, because addresses change. */
interface Machine {
  readonly hostname: string
  readonly addresses: readonly string[]
}

const dnsName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/**
 * `localhost`, the machine's name and addresses, and the host of the public address; each once. What no certificate
 * can hold (a name with an underscore, a link-local address) is left out.
 */
export function namesOfMachine({ publicUrl, machine = thisMachine() }: { publicUrl?: string; machine?: Machine } = {}): readonly string[] {
  const publicHost = publicUrl === undefined ? [] : [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')]
  const wanted = ['localhost', '127.0.0.1', '::1', ...publicHost, machine.hostname, ...machine.addresses]
  return [...new Set(wanted.map((name) => name.toLowerCase()).filter((name) => isIP(name) !== 0 || dnsName.test(name)))]
}

function thisMachine(): Machine {
  const all = Object.values(networkInterfaces()).flatMap((of) => of ?? [])
  return { hostname: hostname(), addresses: all.filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address)).map(({ address }) => address) }
}
