// The sentences of all findings about drawings, in the words of those who draw and measure.
/** `stop`: nothing can be taken from it · `mend`: the drawing or the ledger has to be mended · `look`: a person should look · `note`: good to know. */
export type Weight = 'stop' | 'mend' | 'look' | 'note'

export type FindingValues = Readonly<Record<string, string | number>>

interface Sentence {
  readonly weight: Weight
  readonly zh: string
  readonly en: string
}

/** Types each code while the list stays one plain table. */
function table<Code extends string>(list: Readonly<Record<Code, Sentence>>): Readonly<Record<Code, Sentence>> {
  return Object.freeze(list)
}

const stop = 'stop', mend = 'mend', look = 'look', note = 'note'

export const sentences = table({
  // the file
  'not-dxf': { weight: stop, zh: '这不是 DXF 图纸文件。请在绘图软件中另存为 ASCII DXF(R12 至 2018 均可)后再导入。', en: 'This is no DXF drawing. Save it from the drawing program as ASCII DXF (R12 to 2018) and import that.' },
  'binary-dxf': { weight: stop, zh: '这是二进制 DXF。请在绘图软件中另存为 ASCII DXF 后再导入。', en: 'This is a binary DXF. Save it from the drawing program as ASCII DXF and import that.' },
  dwg: { weight: stop, zh: '这是 DWG 文件。请在绘图软件中另存为 ASCII DXF 后再导入。', en: 'This is a DWG file. Save it from the drawing program as ASCII DXF and import that.' },
  'not-geojson': { weight: stop, zh: '这不是 GeoJSON 文件。请从地图或绘图软件导出 GeoJSON 的多边形后再导入。', en: 'This is no GeoJSON. Export polygons as GeoJSON from the program of maps or drawings and import that.' },
  'not-svg': { weight: stop, zh: '这不是 SVG 文件。请在绘图软件中另存为 SVG 后再导入。', en: 'This is no SVG. Save it from the drawing program as SVG and import that.' },
  'features-passed-over': { weight: note, zh: '有 {count} 个要素不是多边形,没有读入。', en: '{count} features are no polygons and were passed over.' },
  'rings-impossible': { weight: mend, zh: '有 {count} 个多边形的坐标不完整或没有面积,已舍去。', en: '{count} polygons have broken coordinates or no area and were left out.' },
  'degrees-flattened': { weight: look, zh: '坐标是经纬度,已按所在位置折算成米,请核对面积。', en: 'The coordinates are degrees and were turned into metres where they lie; check the areas.' },
  'code-twice': { weight: mend, zh: '房号 {code} 画了 {count} 处,只能有一处。', en: 'The number {code} is drawn {count} times; it can stand in one room alone.' },
  'nothing-drawn': { weight: stop, zh: '图纸的模型空间里没有图形。', en: 'Nothing is drawn in the model space of the drawing.' },
  'drawn-on-paper': { weight: look, zh: '模型空间是空的,{count} 个图形都画在布局里,已按布局读取;布局常按比例缩小,请核对单位和面积。', en: 'The model space is empty; {count} entities stand on layouts and were read from there. Layouts are often drawn to scale: check unit and areas.' },
  'hidden-layers-read': { weight: look, zh: '看得见的图层上没有房间,已连同 {count} 个冻结或关闭的图层一起读取,请核对。', en: 'No room stands on the layers that are seen, so {count} layers that are frozen or off were read as well; check them.' },
  'broken-off': { weight: mend, zh: '文件到第 {line} 行就断了,没有结束标记;此前的内容已读入,请核对是否完整或重新导出。', en: 'The file breaks off at line {line} without its end mark; what stands before was read. Check it, or export it again.' },
  'lines-misfit': { weight: look, zh: '有 {count} 行不成对(首处在第 {line} 行),已跳过。', en: '{count} lines do not fit into pairs (the first is line {line}); they were left out.' },
  'lines-cut': { weight: look, zh: '有 {count} 行过长(首处在第 {line} 行),超出部分已舍去。', en: '{count} lines are too long (the first is line {line}); the rest of each was thrown away.' },
  'coordinates-impossible': { weight: look, zh: '有 {count} 个图形的坐标不是有效数字或大得离谱(首处在第 {line} 行),已舍去。', en: '{count} entities have coordinates that are no numbers or impossibly great (the first at line {line}); they were left out.' },
  'coordinates-impossible-in-blocks': { weight: look, zh: '图块展开后有 {count} 个图形的坐标大得离谱,已舍去。', en: 'Drawn out of their blocks, {count} entities have impossibly great coordinates; they were left out.' },
  'too-many-entities': { weight: mend, zh: '图形超过 {limit} 个,其后的 {count} 个没有读入。请先清理(PURGE)或按楼层拆分图纸。', en: 'There are more than {limit} entities; the {count} that follow were not read. Purge the drawing or split it by floors.' },
  'too-many-pieces': { weight: mend, zh: '图块展开后线条超过 {limit} 条(或图块引用过多),其余没有展开。请按楼层拆分图纸。', en: 'Drawn out, the blocks give more than {limit} lines, or are placed too often; the rest was not drawn out. Split the drawing by floors.' },
  'code-page-missing': { weight: note, zh: '文件没有写明文字编码,按 {encoding} 读取;如有乱码请另选编码。', en: 'The file does not name its encoding; text was read as {encoding}. Choose another if it is garbled.' },
  'code-page-wrong': { weight: look, zh: '文件写明的文字编码是 {named},但内容像 {encoding},已按后者读取;如有乱码请另选编码。', en: 'The file names {named} as its encoding, but its text looks like {encoding} and was read so. Choose another if it is garbled.' },
  'text-unreadable': { weight: look, zh: '有些文字按 {encoding} 读不出来,显示为 �;请另选编码。', en: 'Some text cannot be read as {encoding} and shows as �; choose another encoding.' },
  'entities-passed-over': { weight: note, zh: '没有读入的图形种类:{kinds}。', en: 'Kinds of entities that were passed over: {kinds}.' },
  'objects-of-tangent': { weight: mend, zh: '图中有 {count} 个天正自定义对象,普通 DXF 里只有空壳。请在天正中用“图形导出”存为 T3 格式,再另存 ASCII DXF。', en: 'The drawing holds {count} objects of TArch (天正), of which a plain DXF has only shells. Export it there as T3 and save that as ASCII DXF.' },
  'proxy-objects': { weight: look, zh: '图中有 {count} 个其他软件的自定义对象(代理图形),没有读入。请先分解再导出。', en: 'The drawing holds {count} custom objects of other programs (proxies), which were not read. Explode them and export again.' },
  'drawn-in-space': { weight: note, zh: '有 {count} 个三维图形没有读入;平面图只取平面上的线。', en: '{count} three-dimensional entities were not read; a plan takes lines of the plane alone.' },
  'block-missing': { weight: look, zh: '图块“{block}”被引用但没有定义(可能是外部参照),没有展开。', en: 'The block "{block}" is used and not defined (perhaps an external reference); it was not drawn out.' },
  'block-in-itself': { weight: look, zh: '图块“{block}”引用了自己,已在该处停止展开。', en: 'The block "{block}" contains itself; it was not drawn out further there.' },
  'blocks-too-deep': { weight: look, zh: '图块嵌套超过 {limit} 层(“{block}”),更深的没有展开。', en: 'Blocks lie within blocks deeper than {limit} ("{block}"); what lies deeper was not drawn out.' },
  'unit-missing': { weight: look, zh: '图纸没有写明单位,从门宽、面积文字等推断为{unit},请确认。', en: 'The drawing names no unit; doors, written sizes and letters speak for {unitEn}. Please confirm.' },
  'unit-suspected': { weight: look, zh: '图纸写明的单位是{header},但门宽、面积文字等更像{unit}(相差 {factor} 倍),请确认。', en: 'The drawing names {headerEn} as its unit, but doors, written sizes and letters speak for {unitEn} (a factor of {factor}). Please confirm.' },
  // what was recognised
  'layers-widened': { weight: look, zh: '只看写明是墙的图层围不出房间,已改看 {count} 个可能围成房间的图层。请核对房间,不对的在“房间在哪些图层”里改选。', en: 'The layers called walls enclose no room, so {count} layers that may bound rooms were taken. Check the rooms; choose other layers where they are wrong.' },
  'rooms-implausible': { weight: look, zh: '按{unit}计算,房间一般有 {area} ㎡,不像房间的大小。请核对单位,或者所选图层上画的不是房间。', en: 'In {unitEn} the middle room measures {area} m², which is no room’s size. Check the unit, or whether the chosen layers show rooms.' },
  'rooms-of-another-unit': { weight: look, zh: '按{unit}计算,房间一般有 {area} ㎡,不像房间的大小;按{better}计算是 {instead} ㎡。请核对单位。', en: 'In {unitEn} the middle room measures {area} m², which is no room’s size; in {betterEn} it would be {instead} m². Check the unit.' },
  'no-rooms': { weight: stop, zh: '在所选图层上没有认出房间。请改选图层,或在“按房间轮廓”和“按墙线”之间换一种。', en: 'No room was recognised on the chosen layers. Choose others, or the other of the two ways: by outlines, between walls.' },
  'far-away': { weight: look, zh: '有 {count} 个图形离图纸中心超过 3 公里,没有参与识别。', en: '{count} entities lie more than 3 km from the middle of the drawing and were left out.' },
  'too-many-walls': { weight: mend, zh: '所选图层上有 {count} 段线,超过识别上限 {limit},没有按线识别。请只选墙体图层。', en: 'The chosen layers hold {count} lines, more than the {limit} that can be worked with. Choose the layers of walls alone.' },
  'crossings-too-many': { weight: look, zh: '线条相交超过 {limit} 处,其余没有计算,可能漏认房间。', en: 'Lines cross in more than {limit} places; the rest was left out and rooms may be missing.' },
  'too-tangled': { weight: mend, zh: '所选图层上的线过于密集,识别没有做完,结果不全。请只选房间或墙体图层。', en: 'The chosen layers are so tangled that recognition was left half done and its result is not whole. Choose the layers of rooms or walls alone.' },
  'openings-closed': { weight: note, zh: '为围合房间,补了 {count} 条线封住不超过 {width} 米的门窗洞口。', en: '{count} lines were put across openings of at most {width} m to close the rooms.' },
  'gates-closed': { weight: look, zh: '有 {count} 间是封住 2.4 米以上的大门洞后才围合的,请核对。', en: '{count} rooms close only when openings wider than 2.4 m, such as gates, are closed too; check them.' },
  'gap-healed': { weight: note, zh: '房间轮廓首尾差 {gap} 米,已自动闭合。', en: 'An outline ended {gap} m from where it began and was closed.' },
  'ring-unclosed': { weight: mend, zh: '这里的轮廓没有闭合,缺口 {gap} 米。请补线,或放大容差。', en: 'The outline is not closed here: a gap of {gap} m. Close it, or allow a greater gap.' },
  'ring-crosses-itself': { weight: mend, zh: '房间轮廓在这里自相交,面积不可靠。', en: 'The outline crosses itself here; its area cannot be relied on.' },
  'outline-twice': { weight: note, zh: '有 {count} 条轮廓重复画了,只取一次。', en: '{count} outlines are drawn twice and were taken once.' },
  'rooms-overlap': { weight: mend, zh: '“{one}”与“{other}”重叠 {area} ㎡。', en: '"{one}" and "{other}" overlap by {area} m².' },
  'room-outside-floor': { weight: mend, zh: '“{room}”有 {area} ㎡在楼层轮廓之外。', en: '{area} m² of "{room}" lie outside the outline of its floor.' },
  'label-missing': { weight: look, zh: '{room}({area} ㎡)里没有名称文字。', en: '{room} ({area} m²) has no label.' },
  'label-two': { weight: look, zh: '同一轮廓里有多个名称:{names}。可能两间没有分开,或文字放错。', en: 'One outline holds several names: {names}. Two rooms may not be divided, or a text is misplaced.' },
  'label-outside': { weight: look, zh: '文字“{label}”不在任何房间轮廓内。', en: 'The label "{label}" lies in no room.' },
  'room-tiny': { weight: look, zh: '“{room}”只有 {area} ㎡,小于 1 ㎡,可能不是房间。', en: '"{room}" has only {area} m², less than 1; it may be no room.' },
  'size-differs': { weight: look, zh: '“{room}”图上写 {said} ㎡,量得 {area} ㎡。', en: '"{room}" says {said} m² and measures {area} m².' },
  // against the ledger
  'area-differs': { weight: mend, zh: '“{room}”图上 {area} ㎡,登记 {registered} ㎡,相差 {difference} ㎡,超过容差。', en: '"{room}" measures {area} m² and is registered with {registered} m²: {difference} m² apart, beyond the tolerance.' },
  'floor-differs': { weight: mend, zh: '“{floor}”使用面积合计 {usable} ㎡,按系数 {coefficient} 折合建筑面积 {built} ㎡,证载 {certified} ㎡,相差 {difference} ㎡,超过容差。', en: 'Usable area on "{floor}" is {usable} m², by the coefficient {coefficient} a floor area of {built} m²; the certificate says {certified} m²: {difference} m² apart, beyond the tolerance.' },
  'unit-by-ledger': { weight: mend, zh: '图上面积普遍是登记面积的 {ratio} 倍,单位可能差 {factor} 倍。', en: 'Drawn areas are about {ratio} times those registered: the unit may be wrong by a factor of {factor}.' },
} satisfies Readonly<Record<string, Sentence>>)

export type FindingCode = keyof typeof sentences
