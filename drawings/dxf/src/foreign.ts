// Files that are no ASCII DXF, told by their first bytes, so that the surveyor hears what to do with them.

/** @param head the first bytes of the file, 64 are enough */
export function foreignKind(head: Uint8Array): 'binary-dxf' | 'dwg' | 'not-dxf' | undefined {
  const begins = String.fromCharCode(...head.subarray(0, 22))
  if (begins.startsWith('AutoCAD Binary DXF')) return 'binary-dxf'
  if (/^AC10\d\d(?![\r\n ])|^AC1\.\d|^MC0\.0|^AC2\.\d/.test(begins) && head.length > 6) return 'dwg'
  // a zip, a PDF, a picture, text of two bytes a letter
  if (/^(PK\x03\x04|%PDF|\x89PNG|GIF8|\xff\xd8|\xfe\xff|\xff\xfe)/.test(begins)) return 'not-dxf'
  return undefined
}
