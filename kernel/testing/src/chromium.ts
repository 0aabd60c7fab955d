// The machine's own Chromium without a window, for stories and pictures.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const program = '/usr/bin/chromium'
const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** Started; whoever asked closes it. Throws when the machine has none. @param more of its flags, such as where a host of the network is to be found. */
export async function startChromium(...more: readonly string[]): Promise<Browser> {
  if (!existsSync(program)) throw new Error(`There is no ${program}. npm test installs it for root; otherwise: apt-get install chromium fonts-noto-cjk`)
  return chromium.launch({ executablePath: program, args: [...flags, ...more] })
}
