// Migrations on disk: numbered SQL files, one folder for each schema, never changed once they have run anywhere.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/** The migrations of one PostgreSQL schema; its first one creates the schema. `folder` ends with a slash. */
export interface MigrationSet {
  readonly schema: string
  readonly folder: URL
}

export interface MigrationFile {
  readonly schema: string
  /** As on disk: `0001_vehicle.sql`. */
  readonly name: string
  readonly text: string
  /** SHA-256 of the text with Unix line ends, in hex: a checkout on Windows is no change. */
  readonly checksum: string
}

const nameShape = /^(\d{4})_[a-z0-9]+(?:[-_][a-z0-9]+)*\.sql$/

/** The set's files in order. Throws where the folder is not 0001, 0002, … without gap or double: a defect of the source. */
export async function readMigrations({ schema, folder }: MigrationSet): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).toSorted()
  return Promise.all(names.map(async (name, index) => {
    if (Number(nameShape.exec(name)?.[1]) !== index + 1) {
      throw new Error(`${schema}: migration ${index + 1} should be called ${String(index + 1).padStart(4, '0')}_what-it-does.sql, found ${name}`)
    }
    const text = await readFile(new URL(name, folder), 'utf8')
    const checksum = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
    return { schema, name, text, checksum }
  }))
}
