import { startBrowser, picture } from './browser/line.mjs';
const browser = await startBrowser();
const { page, complaints } = await browser.person('http://localhost:8081/#/exceptions');
page.setDefaultTimeout(40000);
try {
await page.getByText('Operations', { exact: true }).click();
await page.getByText('D1-0003').waitFor();
console.log(await page.getByRole('button', { name: /^(D1|BROWSER)-/ }).allInnerTexts());
console.log(await page.locator('.slds-checkbox_faux').count(), await page.getByRole('checkbox').count(), await page.getByRole('row').count());
for (const r of await page.getByRole('row').all()) console.log((await r.innerText()).replace(/\n/g,' | '));
await picture(page, 'x-exceptions');
await page.goto('http://localhost:8081/#/operations');
await page.getByText('orderdetails').first().waitFor();
await picture(page, 'x-operations');
await page.getByText('netsuite').first().waitFor();
} catch (e) { console.log(e.message); await picture(page, 'x-last'); }
console.log(complaints);
await browser.close();
