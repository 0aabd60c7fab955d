// What the browser stories need from the machine itself: Chromium, and a font with Chinese characters.
import { existsSync } from 'node:fs'
import { runProgram } from './program.ts'

interface SystemPackage {
  /** Debian's name. */
  readonly name: string
  /** One of these paths shows that it is there. */
  readonly shownBy: readonly string[]
}

const needed: readonly SystemPackage[] = [
  { name: 'chromium', shownBy: ['/usr/bin/chromium'] },
  { name: 'fonts-noto-cjk', shownBy: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'] },
]

/**
 * Installs what is missing when this is root on a machine with apt. Throws a sentence that names the command when
 * somebody else must do it, and apt's own words when it fails.
 */
export async function ensureSystemPackages({ print, packages = needed, isRoot = process.getuid?.() === 0 }: {
  print: (text: string) => void
  packages?: readonly SystemPackage[]
  isRoot?: boolean
}): Promise<void> {
  const missing = packages.filter(({ shownBy }) => !shownBy.some((path) => existsSync(path))).map(({ name }) => name)
  if (missing.length === 0) return
  const command = `apt-get update && apt-get install -y ${missing.join(' ')}`
  if (!isRoot || !existsSync('/usr/bin/apt-get'))
    throw new Error(`The browser stories need ${missing.join(' and ')}, which this machine does not have. Run as root: ${command}`)
  print(`(installing ${missing.join(', ')}) `)
  await apt(['update'])
  await apt(['install', '-y', '--no-install-recommends', ...missing])
}

async function apt(args: readonly string[]): Promise<void> {
  const { exitCode, output } = await runProgram({ program: 'apt-get', args, environment: { DEBIAN_FRONTEND: 'noninteractive' } })
  if (exitCode !== 0) throw new Error(`apt-get ${args.join(' ')} ended with exit code ${exitCode}:\n${output.split('\n').slice(-15).join('\n')}`)
}
