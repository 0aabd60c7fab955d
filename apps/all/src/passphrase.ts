// The passphrase 口令 of an archive: from a file, from the environment, or typed where nobody sees it.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { fault } from '@houqin/fault'

const shortest = 12
const variable = 'HOUQIN_BACKUP_PASSPHRASE'

/** Without its line end. Undefined when neither a file is named nor the variable set. @throws Fault `all.no-passphrase`. */
export function givenPassphrase({ file, environment }: { file: string | undefined; environment: NodeJS.ProcessEnv }): string | undefined {
  if (file === undefined) return environment[variable] || undefined
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (cause) {
    throw fault({ code: 'all.no-passphrase', zh: `口令文件 ${file} 读不了：请检查路径和权限。`, en: `The passphrase file ${file} cannot be read: check path and rights.`, cause })
  }
}

/** Asks at the terminal. @throws Fault `all.no-passphrase` where there is none, or the two differ. */
export async function typedPassphrase({ twice }: { twice: boolean }): Promise<string> {
  if (!process.stdin.isTTY)
    throw fault({
      code: 'all.no-passphrase',
      zh: `没有终端可以输入口令：请用 --passphrase-file 或环境变量 ${variable} 给出。`,
      en: `There is no terminal to type a passphrase at: give it with --passphrase-file or in ${variable}.`,
    })
  const first = await asked('口令 passphrase: ')
  if (twice && first !== (await asked('再输入一次 once more: '))) throw fault({ code: 'all.no-passphrase', zh: '两次输入的口令不一样：请重新运行。', en: 'The two passphrases differ: run it again.' })
  return first
}

/** @throws Fault `all.weak-passphrase` for one that could be guessed. */
export function strongEnough(passphrase: string): string {
  if ([...passphrase].length >= shortest) return passphrase
  throw fault({
    code: 'all.weak-passphrase',
    zh: `口令太短：至少 ${shortest} 个字符，建议用几个不相干的词。`,
    en: `The passphrase is too short: at least ${shortest} characters, several unrelated words are best.`,
  })
}

async function asked(question: string): Promise<string> {
  const silent = new Writable({ write: (_bytes, _encoding, done) => done() })
  process.stdout.write(question)
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stdout.write('\n')
  }
}
