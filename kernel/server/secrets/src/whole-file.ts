// Whole or not there 密钥文件的写法: for its owner's eyes only, surely on disk before it has its name.
import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes `file` unless it is there already: of two programs that make it at once both go by the first. */
export function putFirst(file: string, text: string): void {
  written(file, text, (unfinished) => {
    try {
      linkSync(unfinished, file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  })
}

/** Writes `file` over what is there, at one blow. */
export function putInstead(file: string, text: string): void {
  written(file, text, (unfinished) => renameSync(unfinished, file))
}

/** A name given in a folder lasts only once the folder is on disk. */
export function settle(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function written(file: string, text: string, name: (unfinished: string) => void): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const unfinished = `${file}.${randomUUID()}`
  const handle = openSync(unfinished, 'wx', 0o600)
  try {
    try {
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    name(unfinished)
  } finally {
    rmSync(unfinished, { force: true })
  }
  settle(folder)
}
