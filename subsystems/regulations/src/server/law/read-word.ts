// Word 文件: the paragraphs of a .docx as lines, unzipped with bounds so that no small file becomes a big one.
import { SaxesParser } from 'saxes'
import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'

/** The text of a law is far below this; a picture book is not. */
const largestDocument = 32 * 1024 * 1024
const body = 'word/document.xml'

/** @throws Error in a sentence of ours when it is no Word file, or too large unpacked. */
export async function readWord(bytes: Uint8Array): Promise<string> {
  const zip = await opened(bytes)
  try {
    return paragraphsOf((await entryNamed(zip, body)).toString('utf8'))
  } finally {
    zip.close()
  }
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new Error('不是完好的 Word 文件（.docx），请用 Word 打开后重新保存。', { cause: error }))
      else resolve(zip)
    })
  })
}

function entryNamed(zip: ZipFile, name: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const broken = (cause: Error): void => reject(new Error('Word 文件已损坏，请用 Word 打开后重新保存。', { cause }))
    zip.on('error', broken)
    zip.on('end', () => reject(new Error('压缩包里没有正文，不是 Word 文件（.docx）。')))
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName !== name) return zip.readEntry()
      if (entry.uncompressedSize > largestDocument) return reject(new Error(`Word 正文解开后超过 ${largestDocument / 1024 / 1024} MB，不像制度文本。`))
      zip.openReadStream(entry, (error, stream) => {
        if (error) return broken(error)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('error', broken)
        stream.on('end', () => resolve(Buffer.concat(chunks)))
      })
    })
    zip.readEntry()
  })
}

/** Text of what stands in the document now: deleted text of tracked changes is left out, as is the code of fields. */
function paragraphsOf(xml: string): string {
  const parser = new SaxesParser()
  let text = ''
  let inText = false
  let failed: Error | undefined
  parser.on('error', (error) => (failed ??= error))
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') inText = true
    else if (name === 'w:tab') text += ' '
    else if (name === 'w:br' || name === 'w:cr') text += '\n'
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false
    else if (name === 'w:p') text += '\n'
  })
  parser.on('text', (said) => {
    if (inText) text += said
  })
  parser.write(xml).close()
  if (failed) throw new Error('Word 文件的正文已损坏，请用 Word 打开后重新保存。', { cause: failed })
  return text
}
