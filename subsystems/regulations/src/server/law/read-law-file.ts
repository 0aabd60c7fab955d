// 读文件: one file of a folder as the text of a law, or the reason why not.
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { decode } from './decode.ts'
import { parseLaw } from './parse-law.ts'
import type { Parsed } from './parse-law.ts'
import { readWord } from './read-word.ts'

/** What is looked at in a folder. */
export const lawEndings: readonly string[] = Object.freeze(['.md', '.markdown', '.txt', '.docx', '.doc', '.wps', '.pdf'])
const largestFile = 24 * 1024 * 1024

export async function readLawFile(path: string): Promise<Parsed> {
  const { size } = await stat(path)
  if (size > largestFile) return { refused: `有 ${Math.ceil(size / 1024 / 1024)} MB，超过 ${largestFile / 1024 / 1024} MB，不像制度文本。` }
  const ending = extname(path).toLowerCase()
  if (ending === '.doc' || ending === '.wps') return { refused: '旧式 Word 或 WPS 文件读不了，请另存为 .docx 后再导入。' }
  if (ending === '.pdf') return { refused: 'PDF 里的文字读不准，请用 .docx、.txt 或 .md 的文本。' }
  const bytes = await readFile(path)
  try {
    const text = ending === '.docx' ? await readWord(bytes) : decode(bytes)
    if (text === undefined) return { refused: '不是 UTF-8 或 GBK 编码的文本，请另存为 UTF-8 后再导入。' }
    return parseLaw(text, named(path))
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/** 《招标投标法(2017-12-27).md》: the title, and the day of the version. */
function named(path: string): { title: string; day?: string } {
  const name = basename(path, extname(path))
  const day = /[(（_-]?(\d{4}-\d{2}-\d{2})[)）]?$/.exec(name)
  return { title: name.slice(0, day?.index ?? name.length), ...(day?.[1] !== undefined && { day: day[1] }) }
}
