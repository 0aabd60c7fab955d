// The words of the page of trust 信任证书, in Chinese and English, device by device.

export interface TrustWords {
  readonly title: string
  readonly why: string
  readonly certificate: string
  readonly profile: string
  readonly pem: string
  readonly compare: string
  readonly devices: readonly { readonly device: string; readonly steps: readonly string[] }[]
  readonly otherLanguage: { readonly code: 'zh' | 'en'; readonly name: string }
}

const zh: TrustWords = {
  title: '让这台设备信任智慧后勤',
  why: '本系统用自己签发的证书加密传输。每台设备安装一次下面的证书，之后打开系统就不再提示“不安全”。',
  certificate: '下载证书',
  profile: 'iPhone 描述文件',
  pem: 'Linux 证书（PEM）',
  compare: '安装前请向系统管理员核对指纹：与服务器启动时显示的一致才可安装，不一致请停止并报告。',
  devices: [
    {
      device: 'Windows',
      steps: [
        '下载证书并双击打开，点“安装证书”。',
        '存储位置选“当前用户”，再选“将所有的证书都放入下列存储”，浏览到“受信任的根证书颁发机构”。',
        '出现安全警告时核对指纹，点“是”。重新打开浏览器。',
      ],
    },
    {
      device: '安卓 Android',
      steps: [
        '下载证书。',
        '打开“设置”，搜索“CA 证书”（一般在“安全”→“加密与凭据”→“安装证书”），选“CA 证书”，确认“仍然安装”，再选中下载的 houqin-ca.crt。',
        '重新打开浏览器。微信等应用自带的浏览器可能不认后装的证书，请改用手机浏览器。',
      ],
    },
    {
      device: 'iPhone 苹果手机',
      steps: [
        '用 Safari 打开本页，点“iPhone 描述文件”，选“允许”。',
        '打开“设置”→“通用”→“VPN 与设备管理”，点“已下载的描述文件”，安装。',
        '再到“设置”→“通用”→“关于本机”→“证书信任设置”，打开“智慧后勤本机证书”的开关。',
      ],
    },
    {
      device: '统信 UOS、麒麟 Kylin',
      steps: [
        '浏览器：打开“设置”→“隐私设置和安全性”→“证书管理”→“授权中心”→“导入”，选下载的证书，勾选“信任该证书，以标识网站的身份”。',
        '整机（需要管理员）：下载 PEM 证书，执行 sudo cp houqin-ca.pem /usr/local/share/ca-certificates/houqin-ca.crt，再执行 sudo update-ca-certificates。',
      ],
    },
  ],
  otherLanguage: { code: 'en', name: 'English' },
}

const en: TrustWords = {
  title: 'Make this device trust Houqin',
  why: 'This system encrypts with a certificate it issued itself. Install the certificate below once on every device, and the browser warns no more.',
  certificate: 'Certificate',
  profile: 'Profile for iPhone',
  pem: 'Certificate for Linux (PEM)',
  compare: 'Before you install it, compare the fingerprint with the one the system administrator sees where the server was started. If they differ, stop and report it.',
  devices: [
    {
      device: 'Windows',
      steps: [
        'Download the certificate, open it, and choose “Install Certificate”.',
        'Choose “Current User”, then “Place all certificates in the following store”, and browse to “Trusted Root Certification Authorities”.',
        'Compare the fingerprint in the warning and choose “Yes”. Open the browser anew.',
      ],
    },
    {
      device: 'Android',
      steps: [
        'Download the certificate.',
        'Open Settings, search for “CA certificate” (usually under Security → Encryption &amp; credentials → Install a certificate), choose “Install anyway”, and pick houqin-ca.crt.',
        'Open the browser anew. Browsers inside other apps may not accept installed certificates: use the phone’s own.',
      ],
    },
    {
      device: 'iPhone',
      steps: [
        'Open this page in Safari, choose “Profile for iPhone”, and allow it.',
        'Open Settings → General → VPN &amp; Device Management, choose the downloaded profile and install it.',
        'Then open Settings → General → About → Certificate Trust Settings and switch it on.',
      ],
    },
    {
      device: 'UOS, Kylin and other Linux',
      steps: [
        'Browser: Settings → Privacy and security → Manage certificates → Authorities → Import, pick the certificate, and tick “Trust this certificate for identifying websites”.',
        'Whole machine (as administrator): download the PEM, then sudo cp houqin-ca.pem /usr/local/share/ca-certificates/houqin-ca.crt and sudo update-ca-certificates.',
      ],
    },
  ],
  otherLanguage: { code: 'zh', name: '中文' },
}

export const trustWords: Readonly<Record<'zh' | 'en', TrustWords>> = Object.freeze({ zh, en })
