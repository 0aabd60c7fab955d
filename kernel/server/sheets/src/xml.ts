// XML 片段: a part of a workbook as tags and text, without names of spaces, without entities of its own.
import { SaxesParser } from 'saxes'
import { refusals } from './refusals.ts'

export interface XmlEars {
  readonly open?: (tag: string, attribute: (name: string) => string | undefined) => void
  readonly text?: (text: string) => void
  readonly close?: (tag: string) => void
}
export interface XmlReader {
  /** @throws Problem for XML that is none. */
  write(piece: string): void
  end(): void
}

/** What a tag is called after its colon. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export function xmlReader({ open, text, close }: XmlEars): XmlReader {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let failed: unknown
  const fail = (error: unknown): void => void (failed ??= error)
  parser.on('error', fail)
  // a workbook has none: whoever writes one wants entities of his own
  parser.on('doctype', () => fail(new Error('a workbook with a document type')))
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), (wanted) => attributes[wanted] ?? withPrefix(attributes, wanted)))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', ({ name }) => close(localName(name)))
  const look = (): void => {
    if (failed !== undefined) throw refusals.damaged(failed)
  }
  return {
    write(piece) {
      parser.write(piece)
      look()
    },
    end() {
      parser.close()
      look()
    },
  }
}

function withPrefix(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const name = Object.keys(attributes).find((one) => one.endsWith(`:${wanted}`))
  return name === undefined ? undefined : attributes[name]
}

export async function readXml(pieces: AsyncIterable<string>, ears: XmlEars): Promise<void> {
  const reader = xmlReader(ears)
  for await (const piece of pieces) reader.write(piece)
  reader.end()
}
