// node browser.mjs SITES: what the built pages do in Chromium, opened from the disk as a reader may.
// SITES holds the folders `example`, `rich`, `empty`, ... that sites.py makes. Prints each fact; exit status 1 if one is false.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const sites = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
const url = (path) => `file://${sites}/${path}`;
let failures = 0;

/** Open a page in a fresh context and collect what goes wrong on it. */
async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.wrong = [];
  page.on('console', (m) => m.type() === 'error' && page.wrong.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => page.wrong.push(String(e)));
  page.on('request', (r) => /^(https?|wss?):/.test(r.url()) && page.wrong.push(`asks ${r.url()}`));
  await page.goto(url(path));
  return page;
}

/** State a fact and prove it; the proof throws or returns something that is not true when the fact is false. */
async function fact(words, proof) {
  try {
    const result = await proof();
    if (result !== true) throw new Error(`gave ${JSON.stringify(result)}`);
    console.log(`  ok  ${words}`);
  } catch (error) {
    failures += 1;
    console.log(`  NO  ${words}: ${String(error.message).split('\n')[0]}`);
  }
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b) || { got: a, expected: b };
const shown = (page) => page.locator('#list .event:visible').count();
const bar = (page) => page.locator('.results-bar').innerText();
const at = (page) => page.locator('.event.is-at .event-title').innerText();

console.log('filters and search');
{
  const page = await open('rich/index.html');
  const all = await shown(page);
  await fact('every event is shown at first', async () => same(all, 18));
  await page.locator('.choice[data-parameter=place] summary').click();
  await page.locator('.choice[data-parameter=place] label', { hasText: 'Upper Quay' }).click();
  await fact('a ticked place leaves its events', async () => { await page.waitForSelector('.results-bar:visible'); return same(await shown(page), 3); });
  await fact('the bar says how many of how many', async () => (await bar(page)).startsWith('3 of 18 shown'));
  await fact('the address carries the choice', async () => same(new URL(page.url()).search, '?place=upper-quay'));
  await page.locator('.choice[data-parameter=place] label', { hasText: 'Sorrel Ferry' }).click();
  await fact('two places are either the one or the other', async () => { await page.waitForTimeout(80); return (await shown(page)) > 3; });
  await page.locator('.choice[data-parameter=status] summary').click();
  await page.locator('.choice[data-parameter=status] label', { hasText: 'Planned' }).click();
  await page.waitForTimeout(80);
  await fact('a place and a status are both asked for', async () => same(await page.locator('#list .item:visible').evaluateAll((items) => items.every((item) => item.classList.contains('is-planned'))), true));
  await fact('months without a fitting event are gone', async () => same(await page.locator('#list .month:visible').evaluateAll((months) => months.every((month) => month.querySelector('.item:not([hidden])'))), true));
  await page.locator('.results-bar button').click();
  await page.waitForTimeout(80);
  await fact('clear shows all again and empties the address', async () => same([await shown(page), new URL(page.url()).search], [18, '']));
  await page.locator('input[name=q]').fill('CUSTOMS mayors');
  await page.waitForTimeout(300);
  await fact('search finds words in any order, however they are written', async () => same(await shown(page), 1));
  await fact('nothing went wrong', async () => same(page.wrong, []));
  await page.goto(url('rich/index.html?topic=bridge&from=2022'));
  await page.waitForSelector('.results-bar:visible');
  await fact('a link carries the filter to another reader', async () => same(await page.locator('.choice[data-parameter=topic] input:checked').count(), 1));
  await fact('dates limit the list', async () => same(await shown(page), 2));
  await page.context().close();
}
{
  const page = await open('long/index.html?person=clerk-7');
  await page.waitForSelector('.results-bar:visible');
  await fact('a long timeline finds what stands on its year pages', async () => (await page.locator('.results .event').count()) >= 1);
  await fact('a year that is not this one has no today line', async () => { await page.goto(url('long/years/2011.html')); return same(await page.locator('.today').count(), 0); });
  await page.locator('.jump').click();
  await fact('there the way to today leads to the front page', async () => { await page.waitForSelector('.event.is-at'); return page.url().endsWith('/long/index.html#today'); });
  await page.goto(url('long/index.html?person=clerk-7'));
  await page.waitForSelector('.results .event');
  await page.locator('.results .event a').first().click();
  await fact('and leads there', async () => page.url().includes('/events/'));
  await page.context().close();
}

console.log('today and keys');
{
  const page = await open('rich/index.html');
  await fact('one line divides past and future', async () => same(await page.locator('.today').count(), 1));
  await fact('what stands before it is over, what follows is not', async () => same(await page.evaluate(() => {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    const line = document.querySelector('.today');
    const next = line.nextElementSibling;
    return !next || !next.dataset.end || next.dataset.end > today;
  }), true));
  await page.keyboard.press('j');
  const first = await at(page);
  await page.keyboard.press('j');
  const second = await at(page);
  await page.keyboard.press('k');
  await fact('j goes on and k goes back', async () => same([first !== second, await at(page)], [true, first]));
  await page.keyboard.press('t');
  await fact('t goes to the event of today', async () => (await at(page)).length > 0);
  await page.keyboard.press('/');
  await page.keyboard.type('jk');
  await fact('/ goes to the search box, where letters are letters', async () => same(await page.inputValue('input[name=q]'), 'jk'));
  await page.locator('input[name=q]').fill('');
  await page.locator('input[name=q]').blur();
  await page.keyboard.press('?');
  await fact('? explains the keys', async () => page.locator('dialog').isVisible());
  await page.locator('dialog input').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await fact('keys can be switched off', async () => same(await page.locator('dialog').isVisible(), false));
  await fact('nothing went wrong', async () => same(page.wrong, []));
  await page.context().close();
}

console.log('the room of the page');
{
  const page = await open('rich/index.html');
  const box = (selector) => page.locator(selector).first().boundingBox();
  await fact('years, list and filters stand side by side on a wide screen', async () => {
    const [rail, list, side] = [await box('.rail'), await box('.list'), await box('.zones > .side')];
    return rail.x + rail.width <= list.x && list.x + list.width <= side.x;
  });
  await fact('lines have about seventy characters at most', async () => page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.event blockquote'));
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const text = 'Members of the harbour board met on Tuesday to talk about the lease of the old quay and its price.';
    return parseFloat(style.width) / (pen.measureText(text).width / text.length) <= 72;
  }));
  await fact('the heading of the month stays in sight, and so do the years', async () => {
    await page.locator('#m2021-03 .item').last().evaluate((item) => scrollTo(0, item.getBoundingClientRect().top + scrollY - 200));
    await page.waitForTimeout(100);
    const [month, rail] = [await box('#m2021-03 > h3'), await box('.rail')];
    return month.y >= 0 && month.y < 60 && rail.y >= 0 && rail.y < 60;
  });
  await page.context().close();
}
for (const path of ['rich/index.html', 'rich/subscribe.html', 'rich/events/2021/2021-06-01-council-votes-on-the-bridge.html']) {
  const page = await open(path, { viewport: { width: 390, height: 800 }, hasTouch: true });
  await fact(`what is tapped is large enough or stands apart (${path})`, async () => {
    await page.evaluate(axe);
    const result = await page.evaluate(() => axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] }, preload: false }));
    return same(result.violations.flatMap((v) => v.nodes.map((node) => String(node.target))), []);
  });
  await page.context().close();
}

console.log('copying');
{
  const page = await open('rich/events/2021/2021-06-01-council-votes-on-the-bridge.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.permalink .copy').click();
  await fact('the link of an event can be copied', async () => { await page.waitForTimeout(80); return (await page.evaluate(() => navigator.clipboard.readText())).endsWith('/2021-06-01-council-votes-on-the-bridge.html'); });
  await page.locator('.cite summary').first().click();
  await page.locator('.cite .copy').first().click();
  await fact('and so can a citation', async () => { await page.waitForTimeout(80); return (await page.evaluate(() => navigator.clipboard.readText())).includes('Council votes on the bridge'); });
  await page.context().close();
}

console.log('without the script, and on paper');
{
  const page = await open('rich/index.html', { javaScriptEnabled: false });
  await fact('all events are there', async () => same(await shown(page), 18));
  await fact('no control stands there that does nothing', async () => same([await page.locator('.search input:visible').count(), await page.locator('.jump:visible').count()], [0, 0]));
  await page.locator('.choice[data-parameter=place] summary').click();
  await fact('the names in the panel lead to their pages', async () => same(await page.locator('.choice[data-parameter=place] li a:visible').count(), 2));
  await page.context().close();
}
{
  const page = await open('rich/index.html');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await fact('strip, rail and filters are not printed', async () => same(await page.locator('.strip:visible, .rail:visible, .filters:visible').count(), 0));
  await fact('every quote is printed', async () => same(await page.locator('.sources:not([open])').count(), 0));
  await fact('the address of each event is printed, and no event is cut in two', async () => page.evaluate(() => {
    const address = getComputedStyle(document.querySelector('.event-title a'), '::after').content;
    return address.includes('events/') && getComputedStyle(document.querySelector('.item')).breakInside === 'avoid';
  }));
  await fact('the day of the timeline is printed', async () => page.locator('.site-foot .as-of').isVisible());
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await fact('afterwards the page is as before', async () => same(await page.locator('.sources[open]').count(), 0));
  await page.context().close();
}
{
  const page = await open('rich/index.html');
  await page.evaluate(() => document.querySelectorAll('link[rel=stylesheet]').forEach((link) => link.remove()));
  await fact('without the style sheet the date still comes before the title', async () => same(await page.evaluate(() => [...document.querySelectorAll('.event')].every((event) => {
    const [when, title] = [event.querySelector('.when'), event.querySelector('.event-title')];
    return Boolean(when.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING);
  })), true));
  await page.context().close();
}

console.log('accessibility, width and requests: each kind of page, light and dark, wide and narrow');
const firstOf = (folder) => (existsSync(`${sites}/${folder}`) ? readdirSync(`${sites}/${folder}`).filter((name) => name.endsWith('.html')).slice(0, 1).map((name) => `${folder}/${name}`) : []);
const years = (site) => readdirSync(`${sites}/${site}/events`).filter((name) => /^\d+$/.test(name)).slice(-1);
const kinds = ['index.html', 'subscribe.html', 'about.html', '404.html', 'embed.html', 'articles/index.html', 'places/index.html'].map((page) => `example/${page}`);
const looked = [...kinds, ...firstOf('example/articles'), ...firstOf('example/places'), ...firstOf('example/people'),
  ...years('example').flatMap((year) => firstOf(`example/events/${year}`)), 'rich/index.html', 'rich/events/2021/2021-06-01-council-votes-on-the-bridge.html',
  'rich/articles/courier-vote.html', 'empty/index.html', 'one/index.html', 'crowded/years/2010.html', 'long/index.html', 'plain/index.html'];
for (const path of looked.filter((path) => existsSync(`${sites}/${path}`))) {
  const found = [];
  // The pages that people read are looked at in all four ways, the others in two.
  const ways = [[1280, 900, 'light'], [320, 640, 'dark'], ...(/^(example|rich)\/(index|events|articles\/[^i])/.test(path) ? [[1280, 900, 'dark'], [320, 640, 'light']] : [])];
  for (const [width, height, colorScheme] of ways) {
    const page = await open(path, { viewport: { width, height }, colorScheme });
    await page.evaluate(axe);
    const result = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'], preload: false }));
    found.push(...result.violations.map((v) => `${v.id} at ${v.nodes[0].target} (${width} ${colorScheme})`), ...page.wrong);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${over} px wider than ${width}`);
    await page.context().close();
  }
  await fact(path, async () => same([...new Set(found)], []));
}
await fact('a page runs no script but its own', async () => {
  const page = await open('rich/index.html');
  await page.evaluate(() => { const script = document.createElement('script'); script.textContent = 'window.foreign = 1'; document.head.append(script); });
  const ran = await page.evaluate(() => 'foreign' in window);
  await page.context().close();
  return same(ran, false);
});

await browser.close();
console.log(failures ? `${failures} not true` : 'all true');
process.exit(failures ? 1 : 0);
