// 名称: a title as it is compared: 《中华人民共和国消防法》 and 消防法 are one.
export function canonicalTitle(title: string): string {
  return title.normalize('NFKC').replace(/[\s《》〈〉<>]/g, '').replace(/^中华人民共和国/, '').replace(/[(（](试行|暂行)[)）]$/, '')
}
