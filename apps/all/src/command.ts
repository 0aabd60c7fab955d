// A command 命令 of the house: runs once, says what came of it, and ends with 0, or with 1 and a sentence.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'
import { fault, isFault } from '@houqin/fault'

/** Runs `work` and ends the process with the number it returns. */
export async function command(work: () => Promise<number>): Promise<never> {
  try {
    process.exit(await work())
  } catch (error) {
    process.stderr.write(`${isFault(error) ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
    process.exit(1)
  }
}

/** Flags and at most one word. @throws Fault `all.bad-setting`. */
export function understood<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    if (positionals.length > 1) throw new Error(`one word too many: ${String(positionals[1])}`)
    return { values, word: positionals[0] }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw fault({ code: 'all.bad-setting', zh: `看不懂的选项（${why}）：用 --help 查看用法。`, en: `${why}. See --help.`, cause })
  }
}

/** A path as whoever typed `npm run …` sees it. */
export const pathFromCaller = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
/** The data folder of a command: as `npm start` would take it. */
export const dataFolderOf = (given: string | undefined): string => resolve(given ?? process.env['HOUQIN_DATA'] ?? './data')

/** One line that is written over where a person looks on, and lines by themselves in a log. */
export function progressLine({ zh, en }: { zh: string; en: string }): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K· ${zh} ${en}`)
}
export function line(text: string): void {
  process.stdout.write(`${process.stdout.isTTY ? '\r\u001B[K' : ''}${text}\n`)
}
