// A site in two languages: what a reader of either meets, in Chromium.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { addressOf, filesOf, openBrowser, publish, read, root, serve } from './published.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = publish(path.join(root, 'tests/golden/bilingual/site'))
const pages = filesOf(folder).filter((file) => file.endsWith('.html')).map(addressOf)
let site, browser, page
const asked = []
before(async () => {
  site = await serve(folder)
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('response', (response) => asked.push(`${response.status()} ${response.url().replace(site.address, '')}`))
})
after(async () => {
  await browser?.close()
  site?.close()
})

test('each page leads to the same page in the other language, and back', async () => {
  await page.goto(site.address + 'framework/')
  await page.getByRole('link', { name: 'Cymraeg' }).click()
  assert.equal(page.url(), site.address + 'cy/framework/')
  assert.equal(await page.locator('html').getAttribute('lang'), 'cy')
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Fframwaith comisiynu')
  await page.getByRole('link', { name: 'English' }).click()
  assert.equal(page.url(), site.address + 'framework/')
})

test('every page has its other language, and every link of both leads somewhere', () => {
  const here = pages.filter((address) => !address.startsWith('cy/'))
  assert.ok(here.length > 30)
  for (const address of here) assert.ok(pages.includes('cy/' + address), address)
  for (const address of pages) {
    const file = address.endsWith('.html') ? address : address + 'index.html'
    if (file.endsWith('404.html')) continue
    for (const [, href] of read(folder, file).matchAll(/(?:href|src)="([^"#?:]+)["#?]/g)) {
      const target = path.join(folder, path.dirname(file), href)
      assert.ok(existsSync(href.endsWith('/') ? path.join(target, 'index.html') : target), `${file} leads to ${href}`)
    }
  }
})

test('the style, the pictures and the data are those of the site, and nothing is missing', async () => {
  asked.length = 0
  await page.goto(site.address + 'cy/')
  assert.deepEqual(asked.filter((line) => !line.startsWith('200')), [])
  assert.ok(asked.some((line) => /^200 assets\/style\./.test(line)))
  assert.ok(asked.includes('200 bridge.svg') && asked.includes('200 logo.svg'))
})

test('what is not translated says so, in its own language', async () => {
  await page.goto(site.address + 'cy/framework/buying/')
  assert.equal(await page.locator('main').getAttribute('lang'), 'en-GB')
  const note = page.getByText('Nid yw’r dudalen hon ar gael yn Gymraeg eto.')
  assert.equal(await note.locator('xpath=ancestor::*[@lang][1]').getAttribute('lang'), 'cy')
})

test('the filter of the register speaks the language of its page', async () => {
  await page.goto(site.address + 'cy/register/?q=advice')
  await page.getByText('Contractau a ganfuwyd: 1.').waitFor()
  const cells = await page.locator('#filter-results tbody td').allInnerTexts()
  assert.deepEqual(cells, ['Acme Advice Ltd', '£12,000', '1 Ionawr 2026', '30 Mehefin 2027'])
})

test('the search finds the words of its language', async () => {
  await page.goto(site.address + 'cy/search/?q=nodau')
  await page.getByText('Canlyniadau: 1').waitFor()
  await page.getByRole('link', { name: 'Fframwaith comisiynu' }).click()
  assert.ok(page.url().startsWith(site.address + 'cy/framework/'))
})

test('the pages of a translation are accessible', { timeout: 300_000 }, async () => {
  const faults = []
  for (const address of pages.filter((each) => each.startsWith('cy/'))) {
    await page.goto(site.address + address)
    await page.evaluate(axe)
    await page.setViewportSize({ width: 320, height: 900 })
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${address} scrolls sideways`)
    const { violations } = await page.evaluate(() => window.axe.run())
    for (const { id, nodes } of violations) faults.push(`${address}: ${id}: ${nodes.map((node) => node.target).slice(0, 3)}`)
  }
  assert.deepEqual(faults, [])
})
