// A joint investigation team in Arabic, on a wide window and on a telephone: negotiated, signed by both, at work, extended,
// ended, evaluated, closed. Nobody starts it alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { day, dues, end, looker, open, staff, stepsOf, take } from '../lib/walk.mjs';

const CONTENT = JSON.parse(readFileSync(new URL('../../templates/joint_investigation_team/example.json', import.meta.url), 'utf8'));

/** The reference agreement, with a period that begins today. */
function content() {
  return { ...CONTENT, period: { ...CONTENT.period, from: day(1), until: day(365) } };
}

export default async function team(walk, house) {
  const step = stepsOf(walk);
  const [a, b] = house.demo.states;
  const { at, close } = staff(house, { language: 'ar' });
  const look = looker('team', { language: 'ar', narrow: true });
  const author = await at(a, 'case_officer');
  const officer = await at(b, 'case_officer');
  const request = await open({ step, at, look }, [a, b], { template: 'joint_investigation_team', content: content(), lang: 'en', reference: 'B-JIT-4' });
  const ours = [author, request.ours];
  const theirs = [officer, request.theirs];
  await step('negotiated', async () => {
    await take(theirs, ours, 'negotiate', { text: 'اقترحت بلمورا أن يُضاف خبير مالي إلى أعضاء الفريق، وقبلت أرفينيا ذلك.' }, 'اتُّفق على النص');
    await author.goto(request.ours);
    await look(author, 'negotiated');
  });
  await step('nobody starts before both have signed', async () => {
    await take(ours, theirs, 'sign', { text: 'إيلزه مارانت، قاضية التحقيق رقم 3، بموجب المادة 694 من قانون الإجراءات الجنائية.' });
    await author.goto(request.ours);
    assert.equal(await author.locator('form[action$="/step/start"]').count(), 0);
    assert.equal(await author.locator('#step-start.locked').count(), 1);
    await look(author, 'signed-by-one');
    await take(theirs, ours, 'sign', { text: 'ميريلا أوك، المدعية العامة، بموجب المادة 31 من قانون المساعدة المتبادلة.' });
  });
  await step('at work, and extended', async () => {
    await take(ours, theirs, 'start', { text: 'يبدأ الفريق عمله بموجب الاتفاق الموقّع.', until: day(365) });
    await officer.goto(request.theirs);
    await look(officer, 'at-work');
    await author.goto(request.ours);
    assert.deepEqual(await dues(author), await dues(officer));
    // An extension is an addendum that every party signs for the same day.
    const addendum = { text: 'الإضافة رقم 1: تمديد مدة الفريق.', until: day(540) };
    await author.goto(request.ours);
    assert.equal(await author.locator('form[action$="/step/extend"]').count(), 0);
    await take(ours, theirs, 'sign', addendum);
    await take(theirs, ours, 'sign', addendum);
    await take(theirs, ours, 'extend', { text: 'بموجب الإضافة رقم 1.', until: day(540) });
  });
  await step('ended and evaluated', async () => {
    await take(ours, theirs, 'end', { text: 'أُنجزت أعمال الفريق وتقاسم الطرفان الأدلة.' });
    await take(theirs, ours, 'evaluate', { text: 'حقق الفريق غرضه: خمسة موقوفين وحساب واحد مجمّد.' });
    await officer.goto(request.theirs);
    await look(officer, 'evaluated');
  });
  await step('closed on both sides', async () => {
    await end(ours, theirs, 'انتهى عمل الفريق.');
    await author.goto(request.ours);
    await look(author, 'closed');
  });
  await close();
}
