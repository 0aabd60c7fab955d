// What is counted at a gateway, in words: why a frame, a link or a row did not do.
type Words = readonly [zh: string, en: string]

export const reasonWords: Readonly<Record<string, Words>> = Object.freeze({
  'garbage': ['帧外杂字节', 'Bytes outside any frame'], 'too-long': ['超长无标志位', 'Too long without a flag'], 'escape': ['转义错', 'Wrong escape'],
  'too-short': ['帧太短', 'Too short'], 'checksum': ['校验码不符', 'Wrong checksum'], 'length': ['长度与消息头不符', 'Length differs from the header'],
  'phone': ['终端号不是数字', 'Number is no number'], 'version': ['版本位与消息头不符', 'Version’s bit is wrong'], 'encrypted': ['消息体加密', 'Encrypted body'],
  'part': ['分包序号错', 'Wrong part'], 'part-limit': ['分包未收齐过多', 'Too many open parts'], 'part-lost': ['分包丢失', 'Parts lost'],
  'clipped': ['消息体不完整', 'Body is cut off'], 'trailing': ['消息体有多余字节', 'Bytes behind the body'], 'item-length': ['附加项长度不符', 'Item of another length'],
  'item-clipped': ['附加项不完整', 'Item is cut off'], 'unknown-message': ['不认识的消息', 'Unknown message'], 'value': ['取值不合规', 'Value is out of range'],
  'identity': ['冒用别的终端号', 'Spoke as another terminal'], 'unknown-terminal': ['未登记的终端', 'Not in the ledger'], 'unauthenticated': ['未鉴权先上报', 'Reported before signing in'],
  'authentication': ['鉴权码不对', 'Wrong code'], 'register-1': ['车辆已在别的终端上注册', 'Car has another terminal'], 'register-2': ['终端没有装到车上', 'In no car'],
  'register-3': ['终端已注册', 'Registered already'], 'register-4': ['注册时未登记', 'Registered though unknown'], 'unbound': ['终端没有装到车上', 'In no car'],
  'unasked': ['没有问就答', 'Answer nobody asked for'], 'replaced': ['被新连接顶替', 'Replaced by a newer link'], 'silent': ['久无消息断开', 'Let go, silent too long'],
  'never-signed-in': ['一直没有登录断开', 'Let go, never signed in'], 'held': ['来得太快暂缓接收', 'Held back, too much came'], 'overflow': ['数据库不在，没有收下', 'Not taken, database away'],
  'row-refused': ['数据库不收的数据', 'Refused by the database'], 'store-failed': ['入库失败，重试', 'Storing failed, tried again'], 'lookup-failed': ['查台账失败', 'Look-up failed'],
  'presence-failed': ['上下线没有记下', 'Coming and going not noted'],
})
