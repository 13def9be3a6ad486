/**
 * A document as plain data: it is handed to another thread, and it cannot say what must never happen. There is no
 * picture, no link, no file, no font and no function here, so no text that somebody typed can ask for one.
 */
export interface DocumentDefinition {
  title: string
  /** The organization: in the foot of every page, and as the author. */
  author: string
  /** BCP 47. */
  language: string
  /** Beside the organization in the foot of every page: what this is, its version, its date. */
  foot: string[]
  madeAt: Date
  /** On top of every page, for what must not be taken for the real thing: "Draft – not published". */
  mark: string | null
  content: Block[]
}

/** Names of the house style. */
export type StyleName =
  | 'overline'
  | 'title'
  | 'lead'
  | 'chapter'
  | 'heading'
  | 'label'
  | 'spoken'
  | 'small'
  | 'quiet'
  | 'figure'
  | 'minutes'
  | 'tick'
  | 'roomy'
  | 'code'

export type LayoutName = 'facts' | 'rows' | 'ruled' | 'levels' | 'panel' | 'code' | 'banner'

export interface Run {
  text: Words
  bold?: true
  italics?: true
  style?: StyleName
}
export type Words = string | (string | Run)[]

/** Points: left, above, right, below. */
type Margin = [number, number, number, number]

interface Placed {
  margin?: Margin
  /** Of a column or a cell. */
  width?: number | '*' | 'auto'
  /** Of a cell. */
  fillColor?: string
  pageBreak?: 'before'
}

export interface TextBlock extends Placed {
  text: Words
  style?: StyleName | StyleName[]
  alignment?: 'left' | 'right' | 'center'
  color?: string
  /** An entry of the list of contents that readers show beside the pages. */
  outline?: true
  id?: string
  outlineParentId?: string
  preserveLeadingSpaces?: true
}
export interface StackBlock extends Placed {
  stack: Block[]
  style?: StyleName
  unbreakable?: boolean
}
export interface ListBlock extends Placed {
  ul?: Block[]
  ol?: Block[]
  start?: number
}
export interface ColumnsBlock extends Placed {
  columns: Block[]
  columnGap?: number
}
export interface TableBlock extends Placed {
  table: {
    widths: (number | '*' | 'auto')[]
    body: Block[][]
    headerRows?: number
    keepWithHeaderRows?: number
    dontBreakRows?: boolean
  }
  layout: LayoutName
}
export type Block = TextBlock | StackBlock | ListBlock | ColumnsBlock | TableBlock
