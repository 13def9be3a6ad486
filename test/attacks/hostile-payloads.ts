import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

/** Each would set this, ask something, or fetch from another host, if it were ever more than a word. */
const STRIKE = 'globalThis.struck=1'

const ATTRIBUTES = ['onerror', 'onload', 'onfocus', 'onmouseover', 'ontoggle', 'onanimationstart']

const TAGS = [
  ...ATTRIBUTES.map((attribute) => `<img src=x ${attribute}="${STRIKE}">`),
  ...ATTRIBUTES.map((attribute) => `"><svg ${attribute}=${STRIKE}>`),
  ...ATTRIBUTES.map((attribute) => `' autofocus ${attribute}='${STRIKE}' x='`),
  `<script>${STRIKE}</script>`,
  `</script><script>${STRIKE}</script>`,
  `</title><script>${STRIKE}</script>`,
  `</textarea><script>${STRIKE}</script>`,
  `</style><script>${STRIKE}</script>`,
  `--><script>${STRIKE}</script>`,
  `<scr<script>ipt>${STRIKE}</scr</script>ipt>`,
  `<iframe srcdoc="<script>parent.struck=1</script>">`,
  `<iframe src="javascript:parent.struck=1">`,
  `<object data="javascript:${STRIKE}">`,
  `<embed src="javascript:${STRIKE}">`,
  `<details open ontoggle=${STRIKE}>`,
  `<video><source onerror=${STRIKE}></video>`,
  `<body onload=${STRIKE}>`,
  `<form action="javascript:${STRIKE}"><button>Go</button></form>`,
  `<math><mi//xlink:href="data:x,<script>${STRIKE}</script>">`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<style>@import "https://evil.example/x.css"</style>`,
  `<p style="background:url(https://evil.example/x.png)">`,
]

const WORDS = [
  `javascript:${STRIKE}`,
  `java&Tab;script:${STRIKE}`,
  `JaVaScRiPt&colon;${STRIKE}`,
  `//evil.example/${STRIKE}`,
  `data:text/html,<script>${STRIKE}</script>`,
  `vbscript:msgbox(1)`,
  `[click](javascript:${STRIKE})`,
  `[click](<javascript:${STRIKE}>)`,
  `![x](https://evil.example/pixel.png)`,
  `<javascript:${STRIKE}>`,
  `{{constructor.constructor('${STRIKE}')()}}`,
  '${7*7}<%= 7*7 %>#{7*7}',
  '%{smart_count}%{name}||||%{x}',
  '&lt;script&gt;globalThis.struck=1&lt;/script&gt;',
  '&#60;script&#62;globalThis.struck=1&#60;/script&#62;',
  '\\u003cscript\\u003eglobalThis.struck=1\\u003c/script\\u003e',
  `%3Cscript%3E${STRIKE}%3C/script%3E`,
  `';${STRIKE};'`,
  `";${STRIKE};"`,
  `\`;${STRIKE};\``,
  `</script>${STRIKE}<!--`,
  `__proto__`,
  `constructor.prototype`,
]

/** Sixty ways to be more than a word. */
export const PAYLOADS: readonly string[] = [...TAGS, ...WORDS]

/** Many of them at once, for fields that hold more. */
export const HOSTILE = [
  `<img src=x onerror="${STRIKE}">`,
  `</script><script>${STRIKE}</script>`,
  `[click](javascript:${STRIKE})`,
  `![x](https://evil.example/pixel.png)`,
  `{{constructor.constructor('${STRIKE}')()}}`,
  '${7*7}<%= 7*7 %>',
].join(' ')

/** The page shows something of it, and nothing of it acts. */
export const expectOnlyWords = async (page: Page, address: string, path: string, shows = /onerror=/) => {
  await page.goto(address + path)
  const shown = page.getByText(shows).first()
  await shown.waitFor({ state: 'attached' }).catch((cause: unknown) => {
    throw new Error(`${path} shows none of it.`, { cause })
  })
  await page.waitForLoadState('networkidle')
  const struck = await page.evaluate(
    '[globalThis.struck ?? 0, document.querySelectorAll("img[src=x], svg[onload], iframe, object, embed, base").length]',
  )
  expect([path, struck]).toEqual([path, [0, 0]])
  const elsewhere = await page.evaluate(
    '[...document.querySelectorAll("a[href]")].filter((link) => !link.href.startsWith(location.origin)).map((link) => link.href)',
  )
  expect([path, elsewhere]).toEqual([path, []])
}
