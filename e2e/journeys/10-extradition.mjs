// Extradition in Arabic, from the draft to the closed case, by pages alone. Belmora keeps the death penalty, Arvenia does
// not: nothing is granted before an assurance that binds prosecutor, court and pardon power was asked for in consultation,
// given, and entered. Then the day of surrender, the surrender, the first look at the assurance, and the end.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { press } from '../lib/desk.mjs';
import { act } from '../lib/form.mjs';
import { closed, day, dues, end, looker, open, staff, stand, stepsOf, take, until } from '../lib/walk.mjs';

const EXAMPLE = JSON.parse(readFileSync(new URL('../../templates/extradition/example.json', import.meta.url), 'utf8'));
/** Each question of the safeguards with the answer that lets the case go on; the death penalty is in store. */
const ANSWERS = {
  'death-penalty': 'yes', 'life-sentence': 'no', torture: 'no', asylum: 'no', persecution: 'no', 'ne-bis-own': 'no', 'ne-bis-third': 'no',
  'dual-criminality': 'yes', speciality: 'yes', 'fair-trial': 'yes', minors: 'no', privilege: 'no',
};
const TEXT = 'تتعهد حكومة بلمورا بألا تُطلب عقوبة الإعدام وألا يُحكم بها وألا تُنفَّذ، وبأن تُخفَّف إلى السجن إن صدرت.';

/** The reference request the other way round: two people died, and the law of Belmora threatens death. */
function content() {
  const asked = structuredClone(EXAMPLE);
  asked.requesting = { state: 'XB', authority: 'ca' };
  asked.requested = { state: 'XA', authority: 'ca' };
  asked.title = 'تسليم كورفين درال بسبب تفجير محطة العبّارات';
  asked.persons[0].nationalities = ['XB'];
  Object.assign(asked.offences[0], { deaths: 2, death_penalty: 'yes', life_sentence: 'no' });
  return asked;
}

/** What the form asks of the assurance that was asked for, at the place in the request where it was asked. */
function given(place) {
  const at = (name) => `/assurances/${place}/${name}`;
  return {
    [at('kind')]: 'death_not_carried_out', [at('givers')]: ['government', 'pardon_authority'], [at('given_by')]: 'حكومة بلمورا ورئيس الدولة',
    [at('binds')]: ['prosecutor', 'court', 'pardon'], [at('given_on')]: day(0), [at('text')]: TEXT, [at('monitoring')]: day(30),
  };
}

export default async function extradition(walk, house) {
  const step = stepsOf(walk);
  const [a, b] = house.demo.states;
  const { at, close } = staff(house, { language: 'ar' });
  const look = looker('extradition', { language: 'ar', narrow: true });
  const author = await at(b, 'case_officer');
  const officer = await at(a, 'case_officer');
  const request = await open({ step, at, look }, [b, a], { template: 'extradition', content: content(), lang: 'en', reference: 'A-EXT-7' });
  const ours = [author, request.ours];
  const theirs = [officer, request.theirs];
  const safeguards = `${request.theirs}/safeguards`;
  const locks = async () => {
    await officer.goto(request.theirs);
    return officer.locator('#step-grant .parts li').count();
  };
  await step('arrested on the request in hand; nothing can be granted yet', async () => {
    await take(theirs, ours, 'arrest', { text: 'شرطة ميناء أرفينيا، بموجب أمر القبض رقم 12.' });
    assert.ok((await locks()) > 5, 'grant is locked by each open question');
    assert.equal(await officer.locator('form[action$="/step/grant"]').count(), 0);
    await look(officer, 'locked');
  });
  await step('the questions are answered', async () => {
    await officer.goto(safeguards);
    await look(officer, 'safeguards');
    for (const [question, choice] of Object.entries(ANSWERS)) {
      await officer.goto(safeguards);
      const points = await officer.$$eval(`#${question} select[name^="sheet/"]`, (all) => all.map((one) => one.name));
      const sheet = Object.fromEntries(points.map((name) => [name, 'yes']));
      const answer = { choice, reasons: 'نُظر في الملف وفي تقارير الهيئات الدولية.', sources: 'ملف القضية رقم 7', ...sheet };
      await act(officer, `#${question} /safeguards/answer`, answer);
    }
    assert.equal(await locks(), 1, 'the death penalty alone locks');
  });
  await step('an assurance is asked for in consultation', async () => {
    await act(officer, '/consult', { about: 'عقوبة الإعدام واردة على هذه الجريمة؛ ما الضمانات الممكنة؟', assurances: 'death_not_carried_out', answer_by: day(20) }, undefined, (page) => look(page, 'what-leaves'));
    await until(author, request.ours, 'form[action$="/answer"]');
    await author.locator('form[action$="/answer"]').scrollIntoViewIfNeeded();
    await look(author, 'asked');
  });
  await step('it is given, and stands in the request on both sides', async () => {
    await act(author, '/answer', { ...given(1), 'said/0': 'الضمانة المطلوبة أدناه.', note: 'وافق مجلس الوزراء على الضمانة.' });
    await until(officer, safeguards, `main:has-text("${TEXT}")`);
    await look(officer, 'offered');
    assert.equal(await locks(), 1, 'what is offered opens nothing');
  });
  await step('entered by an officer who judged whom it binds; the lock opens', async () => {
    await officer.goto(safeguards);
    await press(officer, 'a[href*="offer=1"]');
    await act(officer, '/safeguards/assure', { binds: ['prosecutor', 'court', 'pardon'] });
    assert.equal(await locks(), 0);
    await look(officer, 'open');
  });
  await step('heard, decided, granted', async () => {
    await take(theirs, ours, 'hearing', { text: 'محكمة الاستئناف في سلموث.' }, 'أمام المحكمة');
    await take(theirs, ours, 'court_decision', { text: 'قررت المحكمة جواز التسليم، القرار رقم 88.' });
    await take(theirs, ours, 'grant', { text: 'قرار وزير العدل رقم 41، بشرط الضمانة المقدمة.' }, 'أُجيز التسليم');
    await author.goto(request.ours);
    await look(author, 'granted');
  });
  await step('the day is fixed, the person is surrendered', async () => {
    await take(theirs, ours, 'fix_surrender', { text: 'مطار سلموث، الساعة العاشرة.', until: day(5) }, 'حُدد موعد التسليم الفعلي');
    await author.goto(request.ours);
    await officer.goto(request.theirs);
    assert.deepEqual(await dues(author), await dues(officer));
    await look(officer, 'fixed');
    await take(theirs, ours, 'surrender', { text: 'سُلّم في المطار إلى ضابطين من بلمورا؛ احتُجز 21 يوما.' }, 'تم التسليم؛ تسري قاعدة التخصيص');
  });
  await step('the assurance is watched', async () => {
    await officer.goto(safeguards);
    await act(officer, '/safeguards/look', { assurance: '0', on: day(0), text: 'زاره القنصل في السجن؛ لم تُطلب عقوبة الإعدام.' });
    await officer.goto(safeguards);
    await look(officer, 'watched');
    assert.match(await officer.textContent('main'), /زاره القنصل/);
  });
  await step('closed on both sides', async () => {
    await end(ours, theirs, 'سُلّم الشخص وأُحيل إلى المحكمة.');
    await closed(ours, theirs);
    await stand([ours, theirs], 'تم التسليم؛ تسري قاعدة التخصيص');
    await author.goto(request.ours);
    await look(author, 'closed');
  });
  await close();
}
