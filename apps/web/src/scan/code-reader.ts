// Reading codes from a picture of the camera 识别二维码: by the browser where it can, else by a library that is fetched only then.

/** @returns what stands in the code in sight; undefined while there is none. */
export type ReadCode = (picture: HTMLVideoElement) => Promise<string | undefined>

/** Chrome's reader of codes, which the language's own declarations do not know yet. */
interface BrowserReader {
  detect: (picture: HTMLVideoElement) => Promise<readonly { rawValue: string }[]>
}
interface BrowserReaderMaker {
  new (options: { formats: readonly string[] }): BrowserReader
  /** A browser may have the reader and no code it reads. */
  getSupportedFormats: () => Promise<readonly string[]>
}

export async function codeReader(): Promise<ReadCode> {
  const Maker = (globalThis as { BarcodeDetector?: BrowserReaderMaker }).BarcodeDetector // absent in Safari and Firefox
  const formats = Maker ? await Maker.getSupportedFormats().catch((): readonly string[] => []) : []
  if (Maker && formats.includes('qr_code')) {
    const reader = new Maker({ formats: ['qr_code'] })
    return async (picture) => (await reader.detect(picture).catch(() => []))[0]?.rawValue
  }
  const { codeIn } = await import('./code-in-picture.ts')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async (picture) => {
    if (!pen || picture.videoWidth === 0) return undefined
    const scale = Math.min(1, widest / picture.videoWidth)
    ;[canvas.width, canvas.height] = [Math.round(picture.videoWidth * scale), Math.round(picture.videoHeight * scale)]
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return codeIn(pen.getImageData(0, 0, canvas.width, canvas.height))
  }
}
/** Pixels; more only takes longer. */
const widest = 960
