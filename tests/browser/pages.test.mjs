// Every page of the example site in Chromium, at the widths of a phone and of a desk; and in light and dark those that are
// not made of what others are made of.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { addressOf, filesOf, openBrowser, publish, read, root, serve } from './published.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const all = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }
// What differs in the dark.
const colours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] }
const widths = [320, 1280]
const schemes = [['light', all], ['dark', colours]]
// Of a page that is made of what was seen on others: what its words and their order can get wrong.
const familiar = 2

const folder = publish(root)
// Pages that send readers on at once cannot be looked at.
const pages = filesOf(folder)
  .filter((file) => file.endsWith('.html') && !read(folder, file).includes('http-equiv="refresh"'))
  .map(addressOf)
// Pages that hold an element, with its class and role, that fewer than two pages before them held.
const seen = new Map()
const novel = new Set(
  pages.filter((address) => {
    const elements = new Set(read(folder, `${address}${address.endsWith('.html') ? '' : 'index.html'}`).match(/<[a-z0-9]+(?: (?:class|role|type)="[^"]*")*/g))
    const fresh = [...elements].filter((element) => (seen.get(element) ?? 0) < familiar)
    for (const element of fresh) seen.set(element, (seen.get(element) ?? 0) + 1)
    return fresh.length > 0
  }),
)
let site, browser
before(async () => {
  site = await serve(folder)
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  site?.close()
})

// What is wrong with one page, in words.
async function faultsOf(page, address) {
  const faults = []
  const hear = (message) => faults.push(`${address}: the console says ${message.text()}`)
  const watch = (request) => {
    if (!request.url().startsWith(site.address) && !request.url().startsWith('data:')) faults.push(`${address}: asks ${request.url()}`)
  }
  page.on('console', hear)
  page.on('pageerror', (error) => faults.push(`${address}: ${error.message}`))
  page.on('request', watch)
  await page.goto(site.address + address)
  await page.evaluate(axe)
  for (const width of widths)
    for (const [colorScheme, rules] of schemes) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (wide > 0) faults.push(`${address}: scrolls sideways by ${wide} px at ${width}`)
      if (!novel.has(address) && (width !== widths[0] || rules !== all)) continue
      const { violations } = await page.evaluate((options) => window.axe.run(options), rules)
      for (const { id, nodes } of violations) faults.push(`${address}: ${id} at ${width} ${colorScheme}: ${nodes.map((node) => node.target).slice(0, 3)}`)
    }
  page.removeAllListeners()
  return faults
}

test('every page is accessible, fits its width, and asks no other host', { timeout: 900_000 }, async () => {
  const left = [...pages]
  const faults = []
  const work = async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    for (let address = left.pop(); address !== undefined; address = left.pop()) faults.push(...(await faultsOf(page, address)))
    await context.close()
  }
  await Promise.all([work(), work()])
  assert.deepEqual(faults, [])
  assert.ok(pages.length > 300, `${pages.length} pages were seen`)
  assert.ok(novel.size > 30, `${novel.size} pages were seen in every light`)
})
