// The profile 描述文件 an iPhone takes: the authority's certificate, and nothing else.
import type { LocalCertificate } from './local-certificate.ts'

/** The same certificate gives the same profile, so that installing it again replaces it. */
export function appleProfile({ der, sha256 }: LocalCertificate['authority']): string {
  const [payload, profile] = [uuidFrom(sha256, 0), uuidFrom(sha256, 16)]
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>PayloadContent</key><array><dict>
    <key>PayloadType</key><string>com.apple.security.root</string>
    <key>PayloadVersion</key><integer>1</integer>
    <key>PayloadIdentifier</key><string>houqin.trust.root</string>
    <key>PayloadUUID</key><string>${payload}</string>
    <key>PayloadDisplayName</key><string>智慧后勤本机证书 Houqin</string>
    <key>PayloadContent</key><data>${der.toString('base64')}</data>
  </dict></array>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>houqin.trust</string>
  <key>PayloadUUID</key><string>${profile}</string>
  <key>PayloadDisplayName</key><string>智慧后勤 Houqin</string>
</dict></plist>
`
}

/** Sixteen bytes of the fingerprint, written as a UUID. */
function uuidFrom(sha256: string, offset: number): string {
  const hex = sha256.replaceAll(':', '').slice(offset * 2, offset * 2 + 32)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
